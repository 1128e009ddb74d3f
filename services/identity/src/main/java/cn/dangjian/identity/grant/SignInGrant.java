package cn.dangjian.identity.grant;

import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.session.Choice;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationGrantAuthenticationToken;

/** A request for tokens with login and password. */
class SignInGrant extends OAuth2AuthorizationGrantAuthenticationToken {

    private final String login;
    private final transient String password;
    private final transient Choice choice;
    private final transient @Nullable String device;

    SignInGrant(Authentication client, String login, String password, Choice choice, @Nullable String device) {
        super(Clients.SIGN_IN, client, Map.of());
        this.login = login;
        this.password = password;
        this.choice = choice;
        this.device = device;
    }

    String login() {
        return login;
    }

    String password() {
        return password;
    }

    Choice choice() {
        return choice;
    }

    /** What the app brings as the token of its device. */
    @Nullable
    String device() {
        return device;
    }
}
