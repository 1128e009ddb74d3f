package cn.dangjian.member.moving.transfer;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.register.FileTexts;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.Happening;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who comes from another province, as his letter says.
 *
 * @param appliedOn when he asked to be admitted; null if the letter does not say so
 * @param admittedOn when he was admitted on probation
 * @param fullOn when he became a full member; null for whoever is on probation
 */
record Arriving(
        @NotBlank @Size(max = 50) @Stripped String name,
        @NotBlank @Size(max = 32) String number,
        @Nullable @Size(max = 4) String ethnicity,
        @Nullable @Size(max = 4) String education,
        @Nullable @Size(max = 4) String occupation,
        @Nullable @Pattern(regexp = "[0-9+() -]{5,20}") String phone,
        @Nullable @Size(max = 200) @Stripped String address,
        @Nullable MemberClass memberClass,
        @Nullable LocalDate appliedOn,
        @NotNull LocalDate admittedOn,
        @Nullable LocalDate fullOn)
        implements FileTexts.Typed {

    /** Never in a log. */
    @Override
    public String toString() {
        return "Arriving[]";
    }

    Status status() {
        return fullOn == null ? Status.PROBATIONARY : Status.FULL;
    }

    List<LocalDate> days() {
        var days = new ArrayList<LocalDate>();
        if (appliedOn != null) days.add(appliedOn);
        days.add(admittedOn);
        if (fullOn != null) days.add(fullOn);
        return days;
    }

    /** What is written down of him when he is accepted; before, he belonged to no unit of this province. */
    List<Happening> happenings(MemberId id, UnitId unit, LocalDate on, @Nullable String letter) {
        var all = new ArrayList<Happening>();
        if (appliedOn != null) all.add(Happening.of(id, EventKind.APPLIED, appliedOn));
        all.add(Happening.of(id, EventKind.ADMITTED, admittedOn));
        if (fullOn != null) all.add(Happening.of(id, EventKind.FULL, fullOn));
        all.add(Happening.arrived(id, unit, on));
        if (memberClass != null) all.add(Happening.classed(id, memberClass, on));
        return all.stream().map(each -> each.by(letter)).toList();
    }
}
