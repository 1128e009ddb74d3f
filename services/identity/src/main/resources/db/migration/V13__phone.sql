-- phone (手机号) of an account: AES-GCM under the key that phone_key names, bound to its row by "account|phone|<id>";
-- phone_index: an HMAC of the number, by which no two accounts have the same
alter table account
    add column phone       varbinary(128) null,
    add column phone_key   varchar(16) character set ascii collate ascii_bin null,
    add column phone_index char(64)    character set ascii collate ascii_bin null,
    add unique key account_phone (phone_index),
    add key account_phone_key (phone_key);
