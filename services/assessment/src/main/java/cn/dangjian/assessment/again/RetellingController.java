package cn.dangjian.assessment.again;

import cn.dangjian.platform.web.caller.Administrator;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For the operator, after a broker was set up anew. */
@Tag(name = "operation 运维")
@RestController
class RetellingController {

    private final TellAgain tellAgain;

    RetellingController(TellAgain tellAgain) {
        this.tellAgain = tellAgain;
    }

    @Operation(
            summary = "Announce all again: grades on file, frozen scores, candidates, model branches, lists that are no"
                    + " tasks yet (重新公布)",
            description = "For the operator. Listeners skip what they know; it goes on where it was if a process ends"
                    + " meanwhile.")
    @PostMapping("/v1/retellings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retell(Administrator administrator) {
        tellAgain.begin();
    }
}
