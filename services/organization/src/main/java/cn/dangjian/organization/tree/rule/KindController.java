package cn.dangjian.organization.tree.rule;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Party organisations there are. */
@Tag(name = "kinds 组织类别")
@RestController
class KindController {

    private final Kinds kinds;

    KindController(Kinds kinds) {
        this.kinds = kinds;
    }

    record KindsView(List<Kinds.Shown> kinds) {}

    @Operation(
            summary = "组织类别 / The kinds of Party organisations: what people call them, at which tier they stand, and"
                    + " which may be established below any unit")
    @GetMapping("/v1/kinds")
    KindsView kinds() {
        return new KindsView(kinds.all());
    }
}
