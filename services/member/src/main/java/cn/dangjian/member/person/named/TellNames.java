package cn.dangjian.member.person.named;

import cn.dangjian.member.person.named.NameQueries.Named;
import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.member.person.privacy.Readings;
import cn.dangjian.member.person.privacy.Readings.Reader;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.AccountId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the names for a paper, and writes down for whom it is printed; his own anybody may have without that. */
@Service
class TellNames {

    private final NameQueries names;
    private final Readings readings;
    private final Days days;

    TellNames(NameQueries names, Readings readings, Days days) {
        this.names = names;
        this.readings = readings;
        this.days = days;
    }

    /**
     * @param account who has the paper printed
     * @param post from which post; null if he asks for himself, and is told no name but his own
     * @param unit from which unit; null if he asks for himself
     */
    record NamesRequest(
            @NotEmpty @Size(max = 100) List<@NotNull Long> members,
            @NotNull Long account,
            @Nullable Long post,
            @Nullable Long unit,
            @NotBlank @Size(max = 180) String purpose) {}

    @Transactional
    List<Named> tell(NamesRequest request) {
        var post = request.post();
        var unit = request.unit();
        if (post == null || unit == null) return names.listOwn(request.members(), request.account());
        var found = names.list(request.members());
        var by = new Reader(new AccountId(request.account()), post, new UnitId(unit), days.now());
        for (var one : found) readings.tell(What.NAME, one.member(), request.purpose(), by);
        return found;
    }
}
