package cn.dangjian.dues.audit.proof;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.total.sum.Sums;
import cn.dangjian.dues.total.sum.TierTable;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 平衡验证: what was collected is made of what bookings say, where it is of what their lines say; if the two differ, somebody has
 * written something else than this service, or this service is wrong.
 */
@Service
class Proof {

    private static final LocalDate BEGINNING = LocalDate.of(1949, 10, 1);

    private final TierTable tiers;

    Proof(TierTable tiers) {
        this.tiers = tiers;
    }

    /**
     * Where the money is at the end of a month.
     *
     * @param collected of dues, less what was returned or taken back
     * @param given beside what was owed
     * @param held by units
     * @param underway sent and not received
     * @param differences sent, and nobody knows where
     * @param lost given up with approval
     * @param atCentre received by the Centre
     * @param passedOn left for units that do not belong to this part
     * @param remainder what is nowhere: nothing, or the books are wrong
     */
    record Where(
            Yuan collected,
            Yuan given,
            Yuan held,
            Yuan underway,
            Yuan differences,
            Yuan lost,
            Yuan atCentre,
            Yuan passedOn,
            Yuan remainder) {

        static Where of(Sums sums) {
            return new Where(
                    new Yuan(sums.collected()),
                    new Yuan(sums.given()),
                    new Yuan(sums.held()),
                    new Yuan(sums.transit()),
                    new Yuan(sums.difference()),
                    new Yuan(sums.lost()),
                    new Yuan(sums.centre()),
                    new Yuan(sums.moved()),
                    new Yuan(sums.remainder()));
        }
    }

    /** @param own whether this is the unit itself, without those below it */
    record PartProof(long unit, String name, boolean own, boolean right, Where where) {}

    /**
     * @param right whether no remainder is left, neither of the whole nor of any part
     * @param all the sum of the parts: what one part has passed on to another one is nothing here
     */
    record ProofView(long unit, String name, YearMonth month, boolean right, Where all, List<PartProof> parts) {}

    /** As all was booked until the end of the month; the unit itself first, then its children. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProofView of(Unit unit, YearMonth month, Scope scope) {
        var to = month.atDay(1);
        var parts = Stream.concat(
                        tiers.listOwn(unit, BEGINNING, to).stream(),
                        tiers.listChildren(unit, BEGINNING, to, scope).stream())
                .toList();
        var all = parts.stream().map(TierTable.Part::sums).reduce(Sums.NONE, Sums::plus);
        var views = parts.stream()
                .map(part -> new PartProof(
                        part.unit(),
                        part.name(),
                        part.unit() == unit.id().value(),
                        part.sums().remainder() == 0,
                        Where.of(part.sums())))
                .toList();
        boolean right = all.remainder() == 0 && views.stream().allMatch(PartProof::right);
        return new ProofView(unit.id().value(), unit.name(), month, right, Where.of(all), views);
    }
}
