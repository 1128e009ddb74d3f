package cn.dangjian.dues.online.sandbox;

import cn.dangjian.dues.money.Yuan;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The page on which somebody pays, whoever has its address; and how the sandbox is told to misbehave. */
@Hidden
@ConditionalOnProperty(name = "dangjian.dues.online.provider", havingValue = "sandbox")
@RestController
@RequestMapping("/v1/sandbox/pages")
class SandboxPageController {

    private final Sandbox sandbox;
    private final SandboxTable table;

    SandboxPageController(Sandbox sandbox, SandboxTable table) {
        this.sandbox = sandbox;
        this.table = table;
    }

    record MoodRequest(@NotNull @Valid Yuan amount, @NotNull Mood mood) {}

    @GetMapping(path = "/{code}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@PathVariable String code) {
        return sandbox.page(code)
                .map(order -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                        .body("""
                            <!doctype html><html lang="zh"><meta charset="utf-8"><title>沙箱收银台</title>
                            <h1>沙箱收银台 Sandbox</h1><p>￥%s</p><p>%s</p>
                            <form method="post" action="%s/payment"><button>支付 Pay</button></form></html>
                            """.formatted(new Yuan(order.fen()), order.state(), order.code())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/{code}/payment")
    ResponseEntity<Map<String, Boolean>> pay(
            @PathVariable String code, @RequestParam(defaultValue = "GOOD") Mood mood) {
        var order = sandbox.page(code);
        if (order.isEmpty()) return ResponseEntity.notFound().build();
        boolean paid = sandbox.pay(order.get(), mood);
        return ResponseEntity.status(paid ? 200 : 409).body(Map.of("paid", paid));
    }

    /** Tells once more, or only now. */
    @PostMapping("/{code}/callback")
    ResponseEntity<Void> tell(@PathVariable String code, @RequestParam(defaultValue = "GOOD") Mood mood) {
        var order = sandbox.page(code).filter(found -> found.trade() != null);
        if (order.isEmpty()) return ResponseEntity.notFound().build();
        sandbox.tell(order.get().number(), mood);
        return ResponseEntity.noContent().build();
    }

    /** How it behaves at the next call about this amount. */
    @PostMapping("/moods")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void mood(@Valid @RequestBody MoodRequest request) {
        table.mood(request.amount().fen(), request.mood());
    }
}
