package cn.dangjian.identity.grant;

import static org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType.BEARER;

import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.device.DeviceToken;
import cn.dangjian.identity.session.ActingPosts;
import cn.dangjian.platform.web.caller.AccountId;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.token.DefaultOAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.stereotype.Component;

/** The tokens of a session that begins with login and password. */
@Component
class SignInTokens {

    private static final String NOT_HIS = "This account cannot act from that post or with that mandate today.";

    private final ActingPosts posts;
    private final OAuth2AuthorizationService authorizations;
    private final OAuth2TokenGenerator<? extends OAuth2Token> tokens;

    SignInTokens(
            ActingPosts posts,
            OAuth2AuthorizationService authorizations,
            OAuth2TokenGenerator<? extends OAuth2Token> tokens) {
        this.posts = posts;
        this.authorizations = authorizations;
        this.tokens = tokens;
    }

    /** @throws OAuth2AuthenticationException if the account cannot act from where it wants to */
    Authentication issue(
            AccountId account,
            SignInGrant grant,
            OAuth2ClientAuthenticationToken sender,
            String address,
            String device) {
        var client = Objects.requireNonNull(sender.getRegisteredClient());
        var person =
                UsernamePasswordAuthenticationToken.authenticated(String.valueOf(account.value()), null, List.of());
        var acting = posts.choose(account, grant.choice()).orElseThrow(SignInTokens::notHis);
        var session = OAuth2Authorization.withRegisteredClient(client)
                .id(UUID.randomUUID().toString())
                .principalName(person.getName())
                .authorizationGrantType(Clients.SIGN_IN)
                .attribute(Principal.class.getName(), person)
                .build();
        posts.begin(session.getId(), account, acting, client.getClientId(), address);
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
        return new OAuth2AccessTokenAuthenticationToken(
                client, sender, access, refresh, Map.of(DeviceToken.FIELD, device));
    }

    private static OAuth2AuthenticationException notHis() {
        return new OAuth2AuthenticationException(new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT, NOT_HIS, null));
    }

    private static OAuth2Token made(@Nullable OAuth2Token token) {
        if (token == null) throw error(OAuth2ErrorCodes.SERVER_ERROR);
        return token;
    }

    private static OAuth2AuthenticationException error(String code) {
        return new OAuth2AuthenticationException(code);
    }
}
