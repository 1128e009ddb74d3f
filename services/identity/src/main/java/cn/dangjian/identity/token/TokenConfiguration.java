package cn.dangjian.identity.token;

import cn.dangjian.identity.account.Accounts;
import cn.dangjian.identity.session.ActingPosts;
import cn.dangjian.identity.session.LiveSessions;
import cn.dangjian.platform.web.caller.AccessVersions;
import cn.dangjian.platform.web.caller.RememberedTokens.AskedEachTime;
import cn.dangjian.platform.web.caller.ServiceTokens;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.transaction.support.TransactionTemplate;

/** The tools that make and check tokens. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    SigningKeys signingKeys(SigningKeySettings settings) {
        return SigningKeys.load(settings);
    }

    @Bean
    JWKSource<SecurityContext> jwkSource(SigningKeys keys) {
        return new ImmutableJWKSet<>(keys.all());
    }

    /** The first key signs. */
    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> source) {
        var encoder = new NimbusJwtEncoder(source);
        encoder.setJwkSelector(List::getFirst);
        return encoder;
    }

    /** Identity checks tokens with the keys it has in memory; every other service fetches them. */
    @Bean
    AskedEachTime jwtDecoder(
            JWKSource<SecurityContext> source, TokenSettings settings, Accounts accounts, LiveSessions sessions) {
        var decoder = NimbusJwtDecoder.withJwkSource(source).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(settings.audience())),
                new StillGood(accounts, sessions)));
        return decoder::decode;
    }

    /** Whose access has changed is known here at once: the decoder above has asked already. */
    @Bean
    AccessVersions accessVersions() {
        return (account, version) -> false;
    }

    @Bean
    Claims claims(TokenSettings settings, Accounts accounts, ActingPosts posts) {
        return new Claims(settings, accounts, posts);
    }

    @Bean
    ActingTokens actingTokens(JwtEncoder encoder, Claims claims, TokenSettings settings, Clock clock) {
        return new ActingTokens(encoder, claims, settings, clock);
    }

    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokenGenerator(JwtEncoder encoder, Claims claims, SigningKeys keys) {
        var access = new JwtGenerator(encoder);
        access.setJwtCustomizer(claims);
        return new DelegatingOAuth2TokenGenerator(access, new RefreshTokens(new Successors(keys)));
    }

    @Bean
    StoredAuthorizations.Grace refreshGrace(TokenSettings settings, Clock clock) {
        return new StoredAuthorizations.Grace(settings.refreshGrace(), clock);
    }

    @Bean
    OAuth2AuthorizationService authorizations(
            JdbcOperations jdbc,
            RegisteredClientRepository clients,
            AuthorizationRepository authorizations,
            LiveSessions sessions,
            TransactionTemplate transaction,
            StoredAuthorizations.Grace grace) {
        return new StoredAuthorizations(
                new JdbcOAuth2AuthorizationService(jdbc, clients), authorizations, sessions, transaction, grace);
    }

    /** Identity calls other services with a token that it makes itself: asking itself over HTTP could only fail. */
    @Bean
    ServiceTokens serviceTokens(JwtEncoder encoder, TokenSettings settings, Clock clock) {
        return new OwnToken(encoder, settings, clock);
    }
}
