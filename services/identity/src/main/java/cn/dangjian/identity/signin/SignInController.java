package cn.dangjian.identity.signin;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.signin.SignInQueries.SignInView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: the log of sign-ins (登录日志), one's own and those of accounts below. */
@Tag(name = "sign-ins 登录日志")
@RestController
@RequestMapping("/v1")
class SignInController {

    private final SignInQueries queries;
    private final ReadSignIns readSignIns;

    SignInController(SignInQueries queries, ReadSignIns readSignIns) {
        this.queries = queries;
        this.readSignIns = readSignIns;
    }

    @Operation(summary = "本人登录日志 / One's own sign-ins, the newest first")
    @GetMapping("/me/sign-ins")
    Page<SignInView> own(Person person, Slice slice) {
        var after = Cursor.parse(slice.cursor(), 2);
        return slice.page(queries.list(person.account(), after, slice.rows()), SignInView::cursor);
    }

    @Operation(summary = "下级账号登录日志 / The sign-ins of an account below")
    @GetMapping("/accounts/{id}/sign-ins")
    Page<SignInView> ofAccount(@PathVariable AccountId id, Superior superior, Slice slice) {
        var after = Cursor.parse(slice.cursor(), 2);
        return slice.page(readSignIns.read(id, superior, after, slice.rows()), SignInView::cursor);
    }
}
