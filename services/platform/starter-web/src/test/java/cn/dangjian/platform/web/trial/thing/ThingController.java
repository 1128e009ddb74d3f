package cn.dangjian.platform.web.trial.thing;

import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.trial.thing.ThingTable.Thing;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/things")
class ThingController {

    private final ThingTable things;
    private final Gate gate;

    ThingController(ThingTable things, Gate gate) {
        this.things = things;
        this.gate = gate;
    }

    /** What happens after the row was written; what is said of the first request holds for its first visit only. */
    enum Then {
        KEEP,
        REFUSE_FIRST,
        BREAK_FIRST,
        FAIL_FIRST,
        HOLD_FIRST
    }

    record ThingRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotNull Then then) {}

    @Idempotent
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Thing> create(@Valid @RequestBody ThingRequest request, Caller caller)
            throws IOException, InterruptedException {
        boolean first = gate.visit(request.name()) == 1;
        long id = things.insert(request.name());
        if (first && request.then() == Then.REFUSE_FIRST) throw ThingRefusal.REFUSED.with(request.name());
        if (first && request.then() == Then.BREAK_FIRST) throw new IllegalStateException("password=secret");
        if (first && request.then() == Then.FAIL_FIRST) throw new IOException("password=secret");
        if (first && request.then() == Then.HOLD_FIRST) gate.hold(request.name());
        return Reply.created("/v1/things/" + id, new Thing(id, request.name(), 1));
    }

    @Idempotent
    @PostMapping("/{name}/copies")
    ResponseEntity<Void> copy(@PathVariable String name) {
        things.insert(name);
        return ResponseEntity.noContent().build();
    }

    @Idempotent
    @PostMapping("/{name}/sheets")
    ResponseEntity<byte[]> sheet(@PathVariable String name) {
        long id = things.insert(name);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body((id + "," + name + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Idempotent
    @PostMapping("/{id}/twins/{name}")
    ResponseEntity<Void> twin(@PathVariable long id, @PathVariable String name) {
        things.insert(id, name);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{id}")
    ResponseEntity<Thing> get(@PathVariable long id) {
        return Reply.ok(things.find(id).orElseThrow(() -> ThingRefusal.UNKNOWN.with(String.valueOf(id))));
    }

    record NameRequest(@NotBlank String name) {}

    @PutMapping("/{id}")
    ResponseEntity<?> rename(@PathVariable long id, @Valid @RequestBody NameRequest request, Seen seen) {
        var thing = things.find(id).orElseThrow();
        seen.require(thing.version());
        if (!things.update(thing, request.name())) throw new OptimisticLockingFailureException("thing " + id);
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    Page<Thing> list(@RequestParam String prefix, Slice slice) {
        var after = Cursor.parse(slice.cursor(), 1);
        var rows = things.list(prefix, after == null ? 0 : after.number(0), slice.rows());
        return slice.page(rows, thing -> Cursor.of(thing.id()));
    }

    record CodeRequest(String code) {}

    @PutMapping("/codes")
    boolean isCode(@RequestBody CodeRequest request) {
        return things.isCode(request.code());
    }

    @PutMapping("/codes/between")
    boolean isBetweenCodes(@RequestBody CodeRequest request) {
        return things.isBetweenCodes(request.code());
    }

    @GetMapping("/named")
    String named(@RequestParam @Stripped String name) {
        return name;
    }
}
