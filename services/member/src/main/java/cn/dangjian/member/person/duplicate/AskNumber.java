package cn.dangjian.member.person.duplicate;

import static cn.dangjian.member.person.duplicate.DuplicateRefusal.NOT_ENTITLED;
import static cn.dangjian.member.person.duplicate.DuplicateRefusal.TOO_MANY;

import cn.dangjian.member.person.duplicate.DuplicateQueries.Holder;
import cn.dangjian.member.person.naming.NameKey;
import cn.dangjian.member.person.number.IdentityNumber;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.privacy.Vault;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 跨区域查重: tells a township or above whether somebody whose name and number it knows has a file elsewhere, and which
 * county to turn to. A wrong name and an unknown number have one answer. Each question is written down; an account has so
 * many of them in a day.
 */
@Service
class AskNumber {

    private static final String OFFICE = "office";
    private static final String RULE = "duplicates.questions.day.max";

    private final DuplicateQueries queries;
    private final Readings readings;
    private final Rulebook rulebook;
    private final Vault vault;

    AskNumber(DuplicateQueries queries, Readings readings, Rulebook rulebook, Vault vault) {
        this.queries = queries;
        this.readings = readings;
        this.rulebook = rulebook;
        this.vault = vault;
    }

    record QuestionRequest(
            @NotBlank @Size(max = 50) @Stripped String name,
            @NotBlank @Size(max = 32) String number,
            @NotBlank @Size(max = 180) @Stripped String purpose) {

        /** Never in a log. */
        @Override
        public String toString() {
            return "QuestionRequest[]";
        }
    }

    /** @param counties which to turn to */
    record NumberAnswer(boolean known, List<String> counties) {}

    @Transactional
    NumberAnswer ask(QuestionRequest request, Desk desk) {
        NOT_ENTITLED.when(
                desk.isBelow(Tier.TOWNSHIP) || !OFFICE.equals(desk.caller().duty()));
        int most = rulebook.on(desk.today()).number(RULE, desk.unit().path());
        if (readings.inADay(What.NUMBER, desk) >= most) throw TOO_MANY.with(String.valueOf(most));
        var number = IdentityNumber.of(request.number(), desk.today());

        var name = NameKey.normalised(request.name());
        var found = queries.listHolders(vault.index(number.matchKey())).stream()
                .filter(holder -> NameKey.normalised(holder.name()).equals(name))
                .toList();
        if (found.isEmpty()) readings.tellOfMany(What.NUMBER, 0, request.purpose(), desk);
        else readings.tell(What.NUMBER, found.getFirst().id(), request.purpose(), desk);
        return new NumberAnswer(
                !found.isEmpty(), found.stream().map(Holder::county).distinct().toList());
    }
}
