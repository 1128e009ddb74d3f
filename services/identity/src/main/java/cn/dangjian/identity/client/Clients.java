package cn.dangjian.identity.client;

import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** The names of the clients and of the house's own grant. */
public final class Clients {

    /** The app of the house; public, signs people in by itself. */
    public static final String APP = "dangjian-app";

    /** Pages in a browser; public, authorization code with PKCE. */
    public static final String WEB = "dangjian-web";

    /** Login and password of an account, at the token endpoint, for the app of the house only. */
    public static final AuthorizationGrantType SIGN_IN =
            new AuthorizationGrantType("urn:dangjian:params:oauth:grant-type:sign-in");

    private Clients() {}
}
