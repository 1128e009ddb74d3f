package cn.dangjian.identity.grant;

import static org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType.BEARER;

import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.session.ActingPosts;
import cn.dangjian.identity.signin.SignIn;
import cn.dangjian.identity.signin.SignIn.Outcome;
import cn.dangjian.platform.web.caller.AccountId;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** 首方登录: gives the app of the house its tokens for a login and a password. */
class SignInGrantProvider implements AuthenticationProvider {

    private static final String REFUSED =
            "Login or password is wrong, or there were too many attempts. After several failures wait before the next.";

    private static final String NOT_HIS = "This account cannot act from that post or with that mandate today.";

    private final SignIn signIn;
    private final ActingPosts posts;
    private final OAuth2AuthorizationService authorizations;
    private final OAuth2TokenGenerator<? extends OAuth2Token> tokens;

    SignInGrantProvider(
            SignIn signIn,
            ActingPosts posts,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        this.signIn = signIn;
        this.posts = posts;
        this.authorizations = authorizations;
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

        var origin = new SignIn.Origin(client.getClientId(), address(grant));
        return switch (signIn.signIn(grant.login(), grant.password(), origin)) {
            case Outcome.SignedIn(var account) -> tokens(account, grant, client, sender);
            case Outcome.Refused() ->
                throw new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, REFUSED, null));
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return SignInGrant.class.isAssignableFrom(authentication);
    }

    private Authentication tokens(
            AccountId account, SignInGrant grant, RegisteredClient client, OAuth2ClientAuthenticationToken sender) {
        var person =
                UsernamePasswordAuthenticationToken.authenticated(String.valueOf(account.value()), null, List.of());
        var acting = posts.choose(account, grant.choice()).orElseThrow(SignInGrantProvider::notHis);
        var session = OAuth2Authorization.withRegisteredClient(client)
                .id(UUID.randomUUID().toString())
                .principalName(person.getName())
                .authorizationGrantType(Clients.SIGN_IN)
                .attribute(Principal.class.getName(), person)
                .build();
        posts.begin(session.getId(), account, acting, client.getClientId(), address(grant));
        var context = DefaultOAuth2TokenContext.builder()
                .registeredClient(client)
                .principal(person)
                .authorizationServerContext(AuthorizationServerContextHolder.getContext())
                .authorization(session)
                .authorizedScopes(Set.of())
                .authorizationGrantType(Clients.SIGN_IN)
                .authorizationGrant(grant);
        var jwt = made(
                tokens.generate(context.tokenType(OAuth2TokenType.ACCESS_TOKEN).build()));
        var access = new OAuth2AccessToken(BEARER, jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt());
        var refresh = (OAuth2RefreshToken) made(
                tokens.generate(context.tokenType(OAuth2TokenType.REFRESH_TOKEN).build()));
        authorizations.save(OAuth2Authorization.from(session)
                .accessToken(access)
                .refreshToken(refresh)
                .build());
        return new OAuth2AccessTokenAuthenticationToken(client, sender, access, refresh);
    }

    private static OAuth2AuthenticationException notHis() {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, NOT_HIS, null));
    }

    private static OAuth2Token made(@Nullable OAuth2Token token) {
        if (token == null) throw error(OAuth2ErrorCodes.SERVER_ERROR);
        return token;
    }

    private static String address(SignInGrant grant) {
        return grant.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static OAuth2AuthenticationException error(String code) {
        return new OAuth2AuthenticationException(code);
    }
}
