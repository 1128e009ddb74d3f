package cn.dangjian.organization.tree.announcement;

import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the operator, after a broker was set up anew. */
@Tag(name = "operation 运维")
@RestController
class RetellingController {

    private final List<ToldAgain> told;

    RetellingController(List<ToldAgain> told) {
        this.told = told;
    }

    @Operation(
            summary = "Announce again all units, and how teams, coverage, weak cases and candidates stand (重新公布)",
            description = "For the operator. Listeners skip what they know; it takes some minutes for a province.")
    @PostMapping("/v1/retellings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    void retell(Administrator administrator) {
        told.forEach(ToldAgain::tellAgain);
    }
}
