package cn.dangjian.identity.grant;

import cn.dangjian.identity.session.ActingPosts;
import cn.dangjian.identity.signin.SignIn;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2TokenEndpointConfigurer;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** Adds the house's own grant to the token endpoint. */
@Component
class TokenEndpoint implements Customizer<OAuth2TokenEndpointConfigurer> {

    private final SignInGrantProvider signIn;

    TokenEndpoint(
            SignIn signIn,
            ActingPosts posts,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        // not a bean: as one it would become the way in to every other door too
        this.signIn = new SignInGrantProvider(signIn, posts, authorizations, tokens);
    }

    @Override
    public void customize(OAuth2TokenEndpointConfigurer endpoint) {
        endpoint.accessTokenRequestConverter(new SignInGrantConverter()).authenticationProvider(signIn);
    }
}
