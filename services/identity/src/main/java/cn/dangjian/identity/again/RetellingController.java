package cn.dangjian.identity.again;

import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the operator, after a broker was set up anew, or when a service begins to listen. */
@Tag(name = "operation 运维")
@RestController
class RetellingController {

    private final RetellingTable table;

    RetellingController(RetellingTable table) {
        this.table = table;
    }

    @Operation(
            summary = "Announce again who holds which post (重新公布)",
            description =
                    "For the operator. Listeners come to the same; it takes some minutes for a province, and goes on"
                            + " where it was if a process ends meanwhile.")
    @PostMapping("/v1/retellings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    void retell(Administrator administrator) {
        table.begin();
    }
}
