package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.statistics.figure.kept.Rounds;
import cn.dangjian.statistics.figure.kept.Rounds.Standing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compares what is kept with what the services tell once more. */
@Tag(name = "operation 运维")
@RestController
@RequestMapping("/v1/rebuilds/rounds")
class RoundController {

    private final Rounds rounds;

    RoundController(Rounds rounds) {
        this.rounds = rounds;
    }

    /** @param forget services of which is dropped what they have not told; none if all is to stay */
    record EndRequest(@NotNull @Size(max = 20) List<@NotNull @Size(max = 32) String> forget) {}

    /** @param dropped how many things are no more */
    record EndResponse(long dropped, Standing round) {}

    @Operation(
            summary = "Begin a round: from now on it is marked what the services tell; for the administrator",
            description =
                    "Then each service is told to announce all again: POST /v1/retellings there. What is told is put"
                            + " right as it is heard; months that are over stay as they are.")
    @PostMapping
    Standing begin(Administrator administrator) {
        RoundRefusal.OPEN.unless(rounds.begin());
        return rounds.standing();
    }

    @Operation(summary = "How many things each service has told in the round, and how many are known of it")
    @GetMapping
    Standing standing(Administrator administrator) {
        return rounds.standing();
    }

    @Operation(
            summary = "End the round, and drop what these services do not tell any more; for the administrator",
            description = "What is dropped is no more from this month on. Look first how many things are missing.")
    @PostMapping("/end")
    EndResponse end(@Valid @RequestBody EndRequest request, Administrator administrator) {
        RoundRefusal.NONE.unless(rounds.isOpen());
        long dropped = rounds.end(request.forget());
        return new EndResponse(dropped, rounds.standing());
    }
}
