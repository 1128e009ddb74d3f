package cn.dangjian.identity.grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.SEE_OTHER;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import cn.dangjian.identity.attempt.WaitException;
import cn.dangjian.identity.client.Clients;
import cn.dangjian.identity.device.DeviceToken;
import cn.dangjian.identity.signin.SignIn;
import cn.dangjian.identity.signin.SignIn.Outcome;
import cn.dangjian.platform.web.Verbatim;
import cn.dangjian.platform.web.problem.DoorRefusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** HTTP: the page at which people sign in who came from the authorization endpoint, and return to it. */
@Hidden
@RestController
@RequestMapping("/login")
class LoginController {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);
    private static final String REFUSED = "账号或密码不正确。连续多次失败后，下一次尝试须等待更久。";
    private static final int LONGEST = 1024;

    private final SignIn signIn;
    private final SignedInCookie cookie;
    private final DeviceToken devices;
    private final String page;

    LoginController(SignIn signIn, SignedInCookie cookie, DeviceToken devices) {
        this.signIn = signIn;
        this.cookie = cookie;
        this.devices = devices;
        this.page = page();
    }

    @GetMapping
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(OK, "", request.getQueryString());
    }

    /** A form on another site may not sign anybody in. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> signIn(
            @RequestParam @Verbatim String login,
            @RequestParam @Verbatim String password,
            @RequestHeader(name = "Sec-Fetch-Site", defaultValue = "same-origin") String site,
            HttpServletRequest request) {
        DoorRefusal.DENIED.unless(site.equals("same-origin"));
        String query = request.getQueryString();
        if (password.length() > LONGEST) return page(UNAUTHORIZED, REFUSED, query);
        var origin = new SignIn.Origin(Clients.WEB, request.getRemoteAddr(), devices.read(request));
        try {
            return switch (signIn.signIn(login, password, origin)) {
                case Outcome.SignedIn(var account) ->
                    ResponseEntity.status(SEE_OTHER)
                            .header(
                                    HttpHeaders.SET_COOKIE,
                                    cookie.of(account, origin.address()).toString(),
                                    devices.cookie(login, origin.device()).toString())
                            .header(HttpHeaders.LOCATION, "oauth2/authorize" + suffix(query))
                            .build();
                case Outcome.Refused() -> page(UNAUTHORIZED, REFUSED, query);
            };
        } catch (WaitException e) {
            return page(TOO_MANY_REQUESTS, "连续多次失败。请在 " + e.seconds() + " 秒后再试。", query);
        }
    }

    private ResponseEntity<String> page(HttpStatus status, String message, @Nullable String query) {
        String html = page.replace("{action}", HtmlUtils.htmlEscape("login" + suffix(query)))
                .replace("{message}", HtmlUtils.htmlEscape(message));
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
                .body(html);
    }

    private static String suffix(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }

    private static String page() {
        try {
            return new ClassPathResource("login.html", LoginController.class).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
