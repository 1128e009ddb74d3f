package cn.dangjian.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.local.House;
import cn.dangjian.testkit.Api;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A client that nobody here has written finds the house by its issuer, signs somebody in, renews and signs out; what was
 * signed out is over at every service within two seconds, also where a stream is open.
 */
class SignInJourney {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final ClientID CLIENT = new ClientID("dangjian-web");
    private static final URI CALLBACK = URI.create("http://127.0.0.1:5173/callback");

    private final House house = StartedHouse.get();
    private final People people = new People(house);
    private final Api api = Catalogue.api(house.gatewayUrl());
    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void aCalmHouse() {
        StartedHouse.awaitCalm();
    }

    @Test
    void anIndependentClientGoesThroughTheWholeCodeFlow() throws Exception {
        var account = people.at("VILLAGE");
        var server = AuthorizationServerMetadata.resolve(new Issuer(house.gatewayUrl() + "/identity"));
        assertThat(server.getTokenEndpointAuthMethods()).contains(ClientAuthenticationMethod.NONE);
        assertThat(server.getGrantTypes()).contains(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN);

        var tokens = signedIn(server, account);
        var claims = verified(server, tokens.getAccessToken().getValue());
        assertThat(claims.getIssuer()).isEqualTo(server.getIssuer().getValue());
        assertThat(claims.getAudience()).containsExactly("dangjian");
        assertThat(claims.getLongClaim("unit")).isEqualTo(account.unit());

        var renewed = tokens(server, new RefreshTokenGrant(tokens.getRefreshToken()));
        assertThat(renewed.getRefreshToken()).isNotEqualTo(tokens.getRefreshToken());
        assertThat(tokens(server, new RefreshTokenGrant(tokens.getRefreshToken()))
                        .getRefreshToken())
                .isEqualTo(renewed.getRefreshToken());

        String access = renewed.getAccessToken().getValue();
        for (String path : new String[] {"/identity/v1/me", "/notification/v1/inbox"})
            assertThat(api.get(path).as(access).send().status()).as(path).isEqualTo(200);
        try (var stream = new Stream(house.gatewayUrl(), access, null)) {
            await().until(stream::isReady);
            signOut(server, renewed);
            await().atMost(SOON).until(() -> !stream.isOpen());
        }
        await().atMost(SOON).untilAsserted(() -> {
            for (String path : new String[] {"/identity/v1/me", "/notification/v1/inbox", "/push/v1/stream"})
                assertThat(api.get(path).as(access).send().status()).as(path).isEqualTo(401);
        });
        assertThat(answer(server, new RefreshTokenGrant(renewed.getRefreshToken()))
                        .indicatesSuccess())
                .isFalse();
    }

    private Tokens signedIn(AuthorizationServerMetadata server, House.Account account) throws Exception {
        var verifier = new CodeVerifier();
        var state = new State();
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, CLIENT)
                .endpointURI(server.getAuthorizationEndpointURI())
                .redirectionURI(CALLBACK)
                .state(state)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        var toPage = browser.send(HttpRequest.newBuilder(request).build(), HttpResponse.BodyHandlers.ofString());
        var page = location(request, toPage);
        assertThat(page.getPath()).isEqualTo("/identity/login");
        String form = "login=" + encoded(account.login()) + "&password=" + encoded(account.password());
        var accepted = browser.send(
                HttpRequest.newBuilder(page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(303);
        String cookie =
                accepted.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        var back = browser.send(
                HttpRequest.newBuilder(location(page, accepted))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var code = AuthorizationResponse.parse(location(request, back)).toSuccessResponse();
        assertThat(code.getState()).isEqualTo(state);
        return tokens(server, new AuthorizationCodeGrant(code.getAuthorizationCode(), CALLBACK, verifier));
    }

    private static Tokens tokens(AuthorizationServerMetadata server, AuthorizationGrant grant) throws Exception {
        var answer = answer(server, grant);
        assertThat(answer.indicatesSuccess())
                .as(answer.toHTTPResponse().getBody())
                .isTrue();
        return answer.toSuccessResponse().getTokens();
    }

    private static TokenResponse answer(AuthorizationServerMetadata server, AuthorizationGrant grant) throws Exception {
        return TokenResponse.parse(new TokenRequest.Builder(server.getTokenEndpointURI(), CLIENT, grant)
                .build()
                .toHTTPRequest()
                .send());
    }

    private static void signOut(AuthorizationServerMetadata server, Tokens tokens) throws Exception {
        var request = new TokenRevocationRequest(server.getRevocationEndpointURI(), CLIENT, tokens.getRefreshToken());
        assertThat(request.toHTTPRequest().send().getStatusCode()).isEqualTo(200);
    }

    private static JWTClaimsSet verified(AuthorizationServerMetadata server, String token) throws Exception {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(server.getJWKSetURI().toURL()).build()));
        return processor.process(token, null);
    }

    private static URI location(URI from, HttpResponse<String> answer) {
        return from.resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
