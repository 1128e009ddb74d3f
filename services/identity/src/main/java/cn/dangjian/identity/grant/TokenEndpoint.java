package cn.dangjian.identity.grant;

import cn.dangjian.identity.device.DeviceToken;
import cn.dangjian.identity.signin.SignIn;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2DeviceCodeAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2TokenExchangeAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.stereotype.Component;

/** Adds the house's own grant to the token endpoint, and says in Chinese too why it refuses. */
@Component
class TokenEndpoint implements Customizer<OAuth2TokenEndpointConfigurer> {

    private final SignInGrantProvider signIn;
    private final TokenAnswer answer;
    private final TokenErrors errors;

    TokenEndpoint(SignIn signIn, DeviceToken devices, SignInTokens tokens, TokenAnswer answer, TokenErrors errors) {
        // not a bean: as one it would become the way in to every other door too
        this.signIn = new SignInGrantProvider(signIn, devices, tokens);
        this.answer = answer;
        this.errors = errors;
    }

    @Override
    public void customize(OAuth2TokenEndpointConfigurer endpoint) {
        endpoint.accessTokenRequestConverter(new SignInGrantConverter())
                .accessTokenRequestConverters(grants -> grants.removeIf(TokenEndpoint::isForNobody))
                .authenticationProvider(signIn)
                .accessTokenResponseHandler(answer)
                .errorResponseHandler(errors);
    }

    /** What no client here may use is no grant at all. */
    private static boolean isForNobody(AuthenticationConverter grant) {
        return grant instanceof OAuth2DeviceCodeAuthenticationConverter
                || grant instanceof OAuth2TokenExchangeAuthenticationConverter;
    }
}
