package cn.dangjian.platform.rules.calendar;

import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 录入放假安排: the notice of a year, without a release; another one for the same year replaces it. */
@Service
class EnterNotice {

    private final NoticeTable notices;
    private final List<NoticesChanged> rooms;
    private final Clock clock;

    EnterNotice(NoticeTable notices, List<NoticesChanged> rooms, Clock clock) {
        this.notices = notices;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * @param days all on which the notice differs from Monday to Friday
     * @param source the notice and its day
     */
    record NoticeRequest(
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Day> days,
            @Stripped @NotBlank @Size(max = 200) String source) {}

    record Day(@NotNull LocalDate day, @NotNull Boolean working) {}

    @Transactional
    void enter(int year, NoticeRequest notice, String subject) {
        var seen = new HashSet<LocalDate>();
        for (var day : notice.days()) {
            if (day.day().getYear() != year || !seen.add(day.day())) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "calendar.day-unfit",
                        String.valueOf(year),
                        day.day().toString());
            }
        }
        notices.replace(year, notice, subject, clock.instant());
        rooms.forEach(room -> room.changed(year, notice.source(), subject));
    }
}
