package cn.dangjian.platform.rules.calendar;

import cn.dangjian.platform.rules.calendar.EnterNotice.Day;
import cn.dangjian.platform.rules.calendar.EnterNotice.NoticeRequest;
import cn.dangjian.platform.web.caller.Administrator;
import cn.dangjian.platform.web.caller.Self;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The working days that this service counts by, and entering a year's notice. */
@Tag(name = "calendar 工作日历")
@RestController
class CalendarController {

    private final WorkingDays workingDays;
    private final EnterNotice enterNotice;

    CalendarController(WorkingDays workingDays, EnterNotice enterNotice) {
        this.workingDays = workingDays;
        this.enterNotice = enterNotice;
    }

    /**
     * @param provisional whether not all days of its notice are known
     * @param days those on which the notice differs from Monday to Friday
     */
    record YearResponse(int year, boolean provisional, String source, List<Day> days) {

        static YearResponse of(Notice notice) {
            var days = notice.days().entrySet().stream()
                    .map(day -> new Day(day.getKey(), day.getValue()))
                    .toList();
            return new YearResponse(notice.year(), !notice.whole(), notice.source(), days);
        }
    }

    @Operation(
            summary = "The years whose notices are known",
            description =
                    "In any other year only weekends and statutory holidays are days off; what is counted of it is"
                            + " provisional.")
    @GetMapping("/v1/working-years")
    List<YearResponse> years(Self self) {
        return workingDays.notices().values().stream().map(YearResponse::of).toList();
    }

    @Operation(
            summary = "Enter the State Council's notice of a year (放假安排)",
            description = "All days of the year on which it differs from Monday to Friday, in place of what was known.")
    @PutMapping("/v1/working-years/{year}")
    YearResponse enter(
            @PathVariable @Min(2000) @Max(2100) int year,
            @Valid @RequestBody NoticeRequest request,
            Administrator administrator) {
        enterNotice.enter(year, request, administrator.subject());
        return YearResponse.of(Objects.requireNonNull(workingDays.notices().get(year)));
    }
}
