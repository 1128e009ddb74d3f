package cn.dangjian.platform.web.caller;

/**
 * What this service has heard of the access of accounts. Whoever remembers it implements it, {@code starter-directory}
 * for most services; a service without it does not start, for it would believe tokens that are over.
 */
public interface AccessVersions {

    /**
     * Whether the account may do something else than when a token was made for it.
     *
     * @param version the version of what the account may do that the token carries
     * @throws RuntimeException if that cannot be found out: then the token is not believed
     */
    boolean isSuperseded(AccountId account, long version);
}
