package cn.dangjian.platform.web.trial;

import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.Verbatim;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.caller.ServiceCaller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Says who calls, repeats what it was told, and fails in several ways. */
@RestController
class AnswerController {

    @GetMapping("/v1/callers/caller")
    Caller caller(Caller caller) {
        return caller;
    }

    @GetMapping("/v1/callers/administrator")
    Administrator administrator(Administrator administrator) {
        return administrator;
    }

    @GetMapping("/v1/callers/service")
    ServiceCaller service(ServiceCaller caller) {
        return caller;
    }

    @GetMapping("/internal/anything")
    Map<String, String> internal() {
        return Map.of("answer", "for services only");
    }

    @GetMapping("/v1/open/door")
    Map<String, String> open() {
        return Map.of("answer", "for everybody");
    }

    enum Colour {
        RED,
        GREEN
    }

    record Inner(long id, String name) {}

    record Told(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Long big,
            @Nullable Boolean flag,
            @Nullable Colour colour,
            @Nullable Instant at,
            @Nullable OffsetDateTime until,
            @Nullable LocalDate on,
            @Nullable List<String> list,
            @Nullable List<Inner> inner) {}

    @PostMapping("/v1/told")
    Told tell(@RequestBody Told told) {
        return told;
    }

    record Typed(
            @Nullable @Stripped String name,
            @Nullable @Stripped(lines = true) String text,
            @Nullable @Verbatim String password,
            @Nullable String code) {}

    @PostMapping("/v1/typed")
    Typed type(@RequestBody Typed typed) {
        return typed;
    }

    @GetMapping("/v1/days/{day}")
    LocalDate day(@PathVariable LocalDate day) {
        return day;
    }

    @GetMapping("/v1/moments")
    Instant moment(@RequestParam Instant at) {
        return at;
    }

    record Line(@NotBlank String text) {}

    record Checked(
            @NotBlank @Size(max = 5) String name,
            @Positive int count,
            @Pattern(regexp = "[a-z]*") @Nullable String code,
            @Future @Nullable Instant deadline,
            @NotEmpty List<@Valid Line> lines) {}

    @PostMapping("/v1/checked")
    Checked check(@Valid @RequestBody Checked checked) {
        return checked;
    }

    @GetMapping(path = "/v1/sheet", produces = "text/csv")
    String sheet() {
        return "a,b\r\n";
    }

    @GetMapping("/v1/header")
    String header(@RequestHeader("X-Wanted") int wanted) {
        return String.valueOf(wanted);
    }

    @GetMapping("/v1/colours/{colour}")
    Colour colour(@PathVariable Colour colour) {
        return colour;
    }

    @GetMapping("/v1/parameter")
    int parameter(@RequestParam int number) {
        return number;
    }

    @GetMapping(
            path = "/v1/fails/{how}",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv"})
    Map<String, Object> fail(@PathVariable String how) {
        switch (how) {
            case "locked" -> throw new PessimisticLockingFailureException("row 17 of table secret");
            case "duplicate" -> throw new DuplicateKeyException("Duplicate entry 'secret' for key 'thing.name'");
            case "deadlock" -> throw new CannotAcquireLockException("Deadlock found, secret");
            case "status" -> throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "password=secret");
            case "gone" -> throw new ResponseStatusException(HttpStatus.GONE, "password=secret");
            case "error" -> throw new StackOverflowError("password=secret");
            case "unwritable" -> {
                return Map.of("self", new Unwritable());
            }
            default -> throw new IllegalStateException("password=secret in " + how);
        }
    }

    static class Unwritable {

        public String getPassword() {
            throw new IllegalStateException("password=secret");
        }
    }
}
