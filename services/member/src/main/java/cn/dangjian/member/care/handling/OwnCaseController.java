package cn.dangjian.member.care.handling;

import static cn.dangjian.member.care.handling.HandlingRefusal.NO_FILE;

import cn.dangjian.member.care.handling.Handling.Appeal;
import cn.dangjian.member.care.handling.Handling.Grounds;
import cn.dangjian.member.care.handling.Handling.Measure;
import cn.dangjian.member.care.handling.Handling.State;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Self;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person sees of what is proposed against him, and how long he has (U-13). */
@Tag(name = "me 本人")
@RestController
class OwnCaseController {

    private final Members members;
    private final HandlingRepository handlings;
    private final Days days;

    OwnCaseController(Members members, HandlingRepository handlings, Days days) {
        this.members = members;
        this.handlings = handlings;
        this.days = days;
    }

    /**
     * @param hearingUntil the last day on which he may speak
     * @param correctUntil by when he is to have corrected himself
     * @param daysLeft until the present state ends; below 0 if that day is over; null if nothing is due
     */
    record OwnCase(
            long id,
            State state,
            Grounds grounds,
            Measure measure,
            String evidence,
            @Nullable LocalDate noticedOn,
            @Nullable LocalDate hearingUntil,
            @Nullable LocalDate correctUntil,
            @Nullable Long daysLeft,
            Appeal appeal) {

        static OwnCase of(Handling handling, LocalDate today) {
            return new OwnCase(
                    handling.id(),
                    handling.state(),
                    handling.grounds(),
                    handling.measure(),
                    handling.evidence(),
                    handling.noticedOn(),
                    handling.hearingUntil(),
                    handling.correctUntil(),
                    handling.dueOn() == null ? null : ChronoUnit.DAYS.between(today, handling.dueOn()),
                    handling.appeal());
        }
    }

    record OwnCases(List<OwnCase> cases) {}

    @Operation(summary = "What is proposed against the caller, with the days that he has (我的案卷)")
    @GetMapping("/v1/me/cases")
    OwnCases cases(Self self) {
        var member = members.ofAccount(self.account().value()).orElseThrow(NO_FILE);
        var today = days.today();
        return new OwnCases(handlings.listOwn(member.id()).stream()
                .map(handling -> OwnCase.of(handling, today))
                .toList());
    }
}
