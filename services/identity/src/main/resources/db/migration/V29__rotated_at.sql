-- when a refresh token was exchanged: for some seconds after that its successor is given again
alter table rotated_token add column rotated_at datetime(6) not null default '2020-01-01';
