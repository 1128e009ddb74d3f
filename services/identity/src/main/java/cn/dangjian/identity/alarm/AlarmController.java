package cn.dangjian.identity.alarm;

import cn.dangjian.identity.alarm.AlarmQueries.AlarmView;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: attacks on the way in, for the administrator of the platform. */
@Tag(name = "sign-in alarms 登录告警")
@RestController
@RequestMapping("/v1/sign-in-alarms")
class AlarmController {

    private final AlarmQueries queries;

    AlarmController(AlarmQueries queries) {
        this.queries = queries;
    }

    @Operation(summary = "登录告警 / Attacks on accounts and from addresses, the newest first")
    @GetMapping
    Page<AlarmView> list(Administrator administrator, Slice slice) {
        return slice.newest(queries.list(slice.before(), slice.rows()), AlarmView::id);
    }
}
