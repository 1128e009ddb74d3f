package cn.dangjian.member.telling.again;

import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.member.telling.due.Told;
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

    private final List<Told<?>> told;
    private final List<ToldAgain> rooms;
    private final Teller teller;

    RetellingController(List<Told<?>> told, List<ToldAgain> rooms, Teller teller) {
        this.told = told;
        this.rooms = rooms;
        this.teller = teller;
    }

    @Operation(
            summary = "Announce the numbers and work of all units, the standing of all persons and open transfers again"
                    + " (重新公布)",
            description = "For the operator. Listeners skip what they know; it takes some minutes for a province.")
    @PostMapping("/v1/retellings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Transactional
    void retell(Administrator administrator) {
        told.forEach(teller::markAll);
        rooms.forEach(ToldAgain::tellAgain);
    }
}
