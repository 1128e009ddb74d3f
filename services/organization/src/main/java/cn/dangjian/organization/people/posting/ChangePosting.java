package cn.dangjian.organization.people.posting;

import static cn.dangjian.organization.people.posting.PostingRefusal.ENDED;
import static cn.dangjian.organization.people.posting.PostingRefusal.NOT_YOURS;
import static cn.dangjian.organization.people.posting.PostingRefusal.NO_MONEY;
import static cn.dangjian.organization.people.posting.PostingRefusal.NO_SUCH_KIND;
import static cn.dangjian.organization.people.posting.PostingRefusal.UNKNOWN;
import static cn.dangjian.organization.people.posting.PostingRefusal.WRONG_DAY;

import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 三个捆绑与任满: a township or above writes down what the sending unit is bound to; a county or above ends a posting. */
@Service
class ChangePosting {

    private static final String MONEY = "MONEY";

    /** More than nothing, two digits after the point at most. */
    private static final String YUAN = "(?!0+(\\.0+)?$)[0-9]{1,12}(\\.[0-9]{1,2})?";

    private final PostingRepository postings;
    private final Catalogue catalogue;

    ChangePosting(PostingRepository postings, Catalogue catalogue) {
        this.postings = postings;
        this.catalogue = catalogue;
    }

    record BoundRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String kind,
            @NotBlank @Size(max = 200) @Stripped String title,

            @Nullable @Pattern(regexp = YUAN) String yuan,

            @NotNull LocalDate on) {

        @Nullable
        Long fen() {
            return yuan == null
                    ? null
                    : new BigDecimal(yuan).movePointRight(Posting.FEN).longValueExact();
        }
    }

    record EndRequest(
            @NotNull LocalDate on,

            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Posting bind(long id, BoundRequest request, Desk desk) {
        var posting = postings.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.when(desk.isBelow(Tier.TOWNSHIP));
        if (catalogue.find("BOUND", request.kind()).isEmpty()) throw NO_SUCH_KIND.with(request.kind());
        NO_MONEY.when(request.kind().equals(MONEY) && request.yuan() == null);
        WRONG_DAY.when(request.on().isAfter(desk.today()));

        postings.bind(posting, request, desk);
        return posting;
    }

    @Transactional
    Posting end(long id, EndRequest request, Seen seen, Desk desk) {
        var posting = postings.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.when(desk.isBelow(Tier.COUNTY));
        seen.require(posting.version());
        ENDED.when(posting.endedOn() != null);
        WRONG_DAY.when(request.on().isBefore(posting.fromOn()) || request.on().isAfter(desk.today()));

        postings.end(posting, request);
        return postings.find(id, desk.scope()).orElseThrow();
    }
}
