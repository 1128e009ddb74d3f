package cn.dangjian.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.testkit.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** A client of the authorization server: forms, and redirects that it does not follow. */
public class OAuth {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final String SIGN_IN = "urn:dangjian:params:oauth:grant-type:sign-in";

    private final Environment environment;

    OAuth(Environment environment) {
        this.environment = environment;
    }

    public Answer signIn(String login, String password) {
        return signIn(login, password, Map.of());
    }

    /** Says in the further fields as what. */
    public Answer signIn(String login, String password, Map<String, String> more) {
        var fields = new LinkedHashMap<>(
                Map.of("grant_type", SIGN_IN, "client_id", "dangjian-app", "username", login, "password", password));
        fields.putAll(more);
        return form("/oauth2/token", fields);
    }

    /** As if the request came from that address. */
    public Answer signInFrom(String address, String login, String password, Map<String, String> more) {
        var fields = new LinkedHashMap<>(
                Map.of("grant_type", SIGN_IN, "client_id", "dangjian-app", "username", login, "password", password));
        fields.putAll(more);
        return form("/oauth2/token", fields, Map.of("X-Forwarded-For", address));
    }

    public Answer refresh(String token) {
        return refresh("dangjian-app", token);
    }

    public Answer refresh(String client, String token) {
        return form(
                "/oauth2/token", Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", token));
    }

    public Answer form(String path, Map<String, String> fields) {
        return form(path, fields, Map.of());
    }

    public Answer form(String path, Map<String, String> fields, Map<String, String> headers) {
        var request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        headers.forEach(request::header);
        return send(request);
    }

    public Answer get(String path, Map<String, String> headers) {
        var request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    public static String accessToken(Answer answer) {
        return answer.json().path("access_token").asString();
    }

    public static String refreshToken(Answer answer) {
        return answer.json().path("refresh_token").asString();
    }

    /** What the server calls the reason of a refusal. */
    public static String error(Answer answer) {
        return answer.json().path("error").asString();
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
