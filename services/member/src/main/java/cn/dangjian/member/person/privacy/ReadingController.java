package cn.dangjian.member.person.privacy;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has read what of people, in the last hours. */
@Tag(name = "readings 调阅记录")
@RestController
class ReadingController {

    private static final int MOST_HOURS = 24 * 366;

    private final ReadingRepository readings;

    ReadingController(ReadingRepository readings) {
        this.readings = readings;
    }

    @Operation(summary = "What units of the caller's county or above have read in the last hours, the newest first")
    @GetMapping("/v1/readings")
    Page<Reading> readings(
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(required = false) @Nullable Long account,
            Slice slice,
            Desk desk) {
        PrivacyRefusal.NOT_AUDITOR.when(desk.isBelow(Tier.COUNTY));
        PrivacyRefusal.WRONG_HOURS.when(hours < 1 || hours > MOST_HOURS);
        var since = desk.now().minus(Duration.ofHours(hours));
        return slice.newest(readings.listSince(since, account, slice, desk.scope()), Reading::id);
    }
}
