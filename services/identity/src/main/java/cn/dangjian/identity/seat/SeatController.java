package cn.dangjian.identity.seat;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.post.Post;
import cn.dangjian.identity.seat.SeatQueries.SeatView;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: seats whose holders cannot act yet. */
@Tag(name = "accounts 账号")
@RestController
class SeatController {

    private final SeatQueries queries;
    private final Clock clock;

    SeatController(SeatQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Operation(summary = "待开通的班子成员 / Seats of one's scope whose holders have no post there yet, to give them access")
    @GetMapping("/v1/seats/without-access")
    Page<SeatView> withoutAccess(Superior superior, Slice slice) {
        var today = LocalDate.ofInstant(clock.instant(), Post.CHINA);
        var rows = queries.list(superior.scope(), today, Cursor.parse(slice.cursor(), 2), slice.rows());
        return slice.page(rows, SeatView::cursor);
    }
}
