package cn.dangjian.identity.me;

import cn.dangjian.identity.account.AccountRefusal;
import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.me.MeQueries.MeView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: one's own account. */
@Tag(name = "accounts 账号")
@RestController
@RequestMapping("/v1")
class MeController {

    private final MeQueries queries;

    MeController(MeQueries queries) {
        this.queries = queries;
    }

    @Operation(summary = "The caller's own account")
    @GetMapping("/me")
    MeView me(Person person) {
        return queries.findMe(person).orElseThrow(AccountRefusal.UNKNOWN);
    }
}
