package cn.dangjian.member.growth.quota;

import static cn.dangjian.member.growth.quota.QuotaRefusal.EXHAUSTED;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What may still be admitted; other rooms ask here. */
@Service
public class Quotas {

    /** How many characters each level adds to a path. */
    private static final int SEGMENT = 5;

    private final QuotaRepository quotas;

    Quotas(QuotaRepository quotas) {
        this.quotas = quotas;
    }

    /**
     * Nobody else is admitted under the limits of this unit and those above it until the transaction ends; to be taken
     * before anything is read.
     *
     * @param path of the unit that admits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String path) {
        quotas.lock(upTo(path));
    }

    /**
     * Refuses if one more admission in a branch would be more than it, or a unit above it, may admit in the year. Where
     * nothing is set there is no limit.
     *
     * @param path of the branch
     */
    public void require(String path, int year) {
        for (var quota : quotas.listAbove(upTo(path), year))
            if (quota.isExhausted())
                throw EXHAUSTED.with(quota.unitName(), String.valueOf(year), String.valueOf(quota.number()));
    }

    /** A path and those above it. */
    private static List<String> upTo(String path) {
        return IntStream.rangeClosed(1, path.length() / SEGMENT)
                .mapToObj(level -> path.substring(0, level * SEGMENT))
                .toList();
    }

    /** The paths above a path; one that no unit has for that of a province. */
    static List<String> above(String path) {
        return path.length() <= SEGMENT ? List.of("") : upTo(path.substring(0, path.length() - SEGMENT));
    }
}
