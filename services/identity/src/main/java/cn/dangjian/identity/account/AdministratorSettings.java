package cn.dangjian.identity.account;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first administrator of the platform, made when there is none.
 *
 * @param login the login; none is made without it
 * @param password the first password; none is made without it
 */
@ConfigurationProperties("dangjian.identity.administrator")
record AdministratorSettings(
        @Nullable String login, @Nullable String password) {}
