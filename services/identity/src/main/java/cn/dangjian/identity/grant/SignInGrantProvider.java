package cn.dangjian.identity.grant;

import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.device.DeviceToken;
import cn.dangjian.identity.signin.SignIn;
import cn.dangjian.identity.signin.SignIn.Outcome;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** 首方登录: gives the app of the house its tokens for a login and a password. */
class SignInGrantProvider implements AuthenticationProvider {

    private static final String REFUSED =
            "Login or password is wrong. After several failures the next attempt takes longer.";

    private final SignIn signIn;
    private final DeviceToken devices;
    private final SignInTokens tokens;

    SignInGrantProvider(SignIn signIn, DeviceToken devices, SignInTokens tokens) {
        this.signIn = signIn;
        this.devices = devices;
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        var grant = (SignInGrant) authentication;
        if (!(grant.getPrincipal() instanceof OAuth2ClientAuthenticationToken sender))
            throw error(OAuth2ErrorCodes.INVALID_CLIENT);
        var client = sender.getRegisteredClient();
        if (client == null || !sender.isAuthenticated()) throw error(OAuth2ErrorCodes.INVALID_CLIENT);
        if (!client.getAuthorizationGrantTypes().contains(Clients.SIGN_IN)) {
            throw error(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
        }

        var origin = new SignIn.Origin(client.getClientId(), address(grant), devices.read(grant.device()));
        return switch (signIn.signIn(grant.login(), grant.password(), origin)) {
            case Outcome.SignedIn(var account) ->
                tokens.issue(account, grant, sender, origin.address(), devices.of(grant.login(), origin.device()));
            case Outcome.Refused() ->
                throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, REFUSED, null));
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return SignInGrant.class.isAssignableFrom(authentication);
    }

    private static String address(SignInGrant grant) {
        return grant.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static OAuth2AuthenticationException error(String code) {
        return new OAuth2AuthenticationException(code);
    }
}
