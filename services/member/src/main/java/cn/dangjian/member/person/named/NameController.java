package cn.dangjian.member.person.named;

import static cn.dangjian.member.person.named.NameRefusal.NOT_DUES;

import cn.dangjian.member.person.named.NameQueries.Named;
import cn.dangjian.member.person.named.TellNames.NamesRequest;
import cn.dangjian.platform.web.caller.ServiceCaller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Names for papers of dues; for that service alone. */
@Tag(name = "names 姓名")
@RestController
class NameController {

    private static final String DUES = "dues";

    private final TellNames tellNames;

    NameController(TellNames tellNames) {
        this.tellNames = tellNames;
    }

    /** @param names of those who have a file here */
    record NamesView(List<Named> names) {}

    @Operation(summary = "The names of some members, for a paper that dues prints; that is written down")
    @PostMapping("/internal/member-names")
    NamesView names(@Valid @RequestBody NamesRequest request, ServiceCaller caller) {
        NOT_DUES.unless(caller.service().equals(DUES));
        return new NamesView(tellNames.tell(request));
    }
}
