package cn.dangjian.identity.account;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 组织账号: the account that a unit has for its office, opened for thousands of units at once. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class OfficeAccounts {

    private final OfficeAccountRepository accounts;
    private final Clock clock;

    OfficeAccounts(OfficeAccountRepository accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A unit that has an office account. */
    public record Office(long unit, String code, String name) {}

    /** The units among these that have an office account, with its display name. */
    public Map<Long, String> names(Collection<Long> units) {
        return units.isEmpty() ? Map.of() : accounts.names(units);
    }

    /** Opens accounts for units that have none: the login is the unit's code, or code and number if that is taken. */
    public void open(List<Office> offices) {
        if (offices.isEmpty()) return;
        var taken = accounts.taken(offices.stream().map(Office::code).collect(toSet())).stream()
                .map(OfficeAccounts::folded)
                .collect(toSet());
        var used = new HashSet<>(taken);
        var rows = new ArrayList<OfficeAccountRepository.Row>();
        for (var office : offices) {
            boolean free = Account.isPossibleLogin(office.code()) && used.add(folded(office.code()));
            String login = free ? office.code() : office.code() + "-" + office.unit();
            rows.add(new OfficeAccountRepository.Row(login, office.name(), office.unit()));
        }
        accounts.insert(rows, clock.instant());
    }

    /** Units that have another name now. */
    public void rename(List<Office> offices) {
        if (!offices.isEmpty()) accounts.rename(offices);
    }

    private static String folded(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
