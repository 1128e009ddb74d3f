package cn.dangjian.identity.grant;

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
    ResponseEntity<TokenResponse> change(Person person, @Valid @RequestBody ActingRequest request) {
        String session = person.session();
        if (session == null) throw ActingRefusal.NO_SESSION.get();
        ActingRefusal.ONE_OF_BOTH.when((request.post() == null) == (request.mandate() == null));
        var acting = posts.change(session, person.account(), new Choice(request.post(), request.mandate()))
                .orElseThrow(ActingRefusal.UNKNOWN);
        var issued = tokens.issue(person.account(), session, acting);
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
