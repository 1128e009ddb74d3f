package cn.dangjian.identity.grant;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.session.ActingPosts;
import cn.dangjian.identity.session.Choice;
import cn.dangjian.identity.token.ActingTokens;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: acting from another post without signing in again. */
@Tag(name = "acting 岗位切换")
@RestController
@RequestMapping("/v1/me/acting-post")
class ActingController {

    private final ActingPosts posts;
    private final ActingTokens tokens;

    ActingController(ActingPosts posts, ActingTokens tokens) {
        this.posts = posts;
        this.tokens = tokens;
    }

    /** The session's refresh token stays good and gives tokens of the new post from now on. */
    @Operation(summary = "切换履职岗位 / Act from another of one's posts, or with a mandate")
    @PostMapping
    ResponseEntity<?> change(Person person, @Valid @RequestBody ActingRequest request) {
        String session = person.session();
        if (session == null) return problem(CONFLICT, "acting.no-session");
        if ((request.post() == null) == (request.mandate() == null)) {
            return problem(UNPROCESSABLE_CONTENT, "acting.one-of-both");
        }
        var acting = posts.change(session, person.account(), new Choice(request.post(), request.mandate()));
        if (acting.isEmpty()) return problem(NOT_FOUND, "acting.unknown");
        var issued = tokens.issue(person.account(), session, acting.get());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new TokenResponse(issued.value(), "Bearer", issued.life().toSeconds()));
    }

    record ActingRequest(
            @Nullable @Positive Long post,
            @Nullable @Positive Long mandate) {}

    /** Named like the answers of the token endpoint. */
    record TokenResponse(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {

        @Override
        public String toString() {
            return "TokenResponse";
        }
    }
}
