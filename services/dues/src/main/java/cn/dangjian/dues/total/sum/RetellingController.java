package cn.dangjian.dues.total.sum;

import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
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
            summary = "Announce all again: sums of units and months, arrears (重新公布)",
            description = "For the operator. Listeners skip what they know.")
    @PostMapping("/v1/retellings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retell(Administrator administrator) {
        told.forEach(ToldAgain::tellAgain);
    }
}
