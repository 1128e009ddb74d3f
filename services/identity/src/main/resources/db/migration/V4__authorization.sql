-- the table of Spring Authorization Server's JdbcOAuth2AuthorizationService. Token values are stored as SHA-256 in
-- indexed ascii columns: looked up by index, and of no use to whoever reads the table
create table oauth2_authorization (
    id                            varchar(100)  character set ascii collate ascii_bin not null,
    registered_client_id          varchar(100)  character set ascii collate ascii_bin not null,
    principal_name                varchar(200)  character set ascii collate ascii_bin not null,
    authorization_grant_type      varchar(100)  character set ascii collate ascii_bin not null,
    authorized_scopes             varchar(1000) null,
    attributes                    mediumtext    null,
    state                         varchar(500)  character set ascii collate ascii_bin null,
    authorization_code_value      varchar(80)   character set ascii collate ascii_bin null,
    authorization_code_issued_at  datetime(6)   null,
    authorization_code_expires_at datetime(6)   null,
    authorization_code_metadata   mediumtext    null,
    access_token_value            varchar(80)   character set ascii collate ascii_bin null,
    access_token_issued_at        datetime(6)   null,
    access_token_expires_at       datetime(6)   null,
    access_token_metadata         mediumtext    null,
    access_token_type             varchar(100)  character set ascii collate ascii_bin null,
    access_token_scopes           varchar(1000) null,
    oidc_id_token_value           varchar(80)   character set ascii collate ascii_bin null,
    oidc_id_token_issued_at       datetime(6)   null,
    oidc_id_token_expires_at      datetime(6)   null,
    oidc_id_token_metadata        mediumtext    null,
    refresh_token_value           varchar(80)   character set ascii collate ascii_bin null,
    refresh_token_issued_at       datetime(6)   null,
    refresh_token_expires_at      datetime(6)   null,
    refresh_token_metadata        mediumtext    null,
    user_code_value               varchar(80)   character set ascii collate ascii_bin null,
    user_code_issued_at           datetime(6)   null,
    user_code_expires_at          datetime(6)   null,
    user_code_metadata            mediumtext    null,
    device_code_value             varchar(80)   character set ascii collate ascii_bin null,
    device_code_issued_at         datetime(6)   null,
    device_code_expires_at        datetime(6)   null,
    device_code_metadata          mediumtext    null,
    primary key (id),
    unique key authorization_refresh (refresh_token_value),
    unique key authorization_access (access_token_value),
    unique key authorization_code (authorization_code_value),
    key authorization_principal (principal_name),
    key authorization_refresh_expiry (refresh_token_expires_at),
    key authorization_access_expiry (access_token_expires_at),
    key authorization_code_expiry (authorization_code_expires_at)
);

-- refresh tokens that were already exchanged: whoever brings one again is not the only one who has it
create table rotated_token (
    token      varchar(80)  character set ascii collate ascii_bin not null,
    authorization_id varchar(100) character set ascii collate ascii_bin not null,
    expires_at datetime(6)  not null,
    primary key (token),
    key rotated_token_expiry (expires_at)
);
