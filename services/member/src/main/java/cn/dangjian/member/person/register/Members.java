package cn.dangjian.member.person.register;

import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.member.person.privacy.Vault;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The files, for the other rooms. Whoever is outside the scope does not exist. */
@Service
public class Members {

    /** 功能型、临时: kinds of {@code kinds.csv} whose people stay members where they are. */
    private static final Set<String> FUNCTIONAL =
            Set.of("CHAIN_BRANCH", "CHAIN_COMMITTEE", "TEMPORARY_BRANCH", "TEMPORARY_GENERAL_BRANCH");

    private final MemberRepository repository;
    private final Standings standings;
    private final Vault vault;
    private final Days days;

    Members(MemberRepository repository, Standings standings, Vault vault, Days days) {
        this.repository = repository;
        this.standings = standings;
        this.vault = vault;
        this.days = days;
    }

    /** Whether people can formally belong to a unit: to branches and villages, not to functional ones (ORG-07). */
    public static boolean holdsMembers(Unit unit) {
        return holdsMembers(unit.tier(), unit.kind());
    }

    /** Whether people can formally belong to such a unit. */
    public static boolean holdsMembers(Tier tier, String kind) {
        return (tier == Tier.BRANCH || tier == Tier.VILLAGE) && !FUNCTIONAL.contains(kind);
    }

    /** Whether people take part in a unit's work and stay members elsewhere. */
    public static boolean isFunctional(Unit unit) {
        return FUNCTIONAL.contains(unit.kind());
    }

    public Optional<Member> find(long id, Scope scope) {
        return repository.find(id, scope);
    }

    /** The same, held until the transaction ends: nobody else changes what happened to him. */
    public Optional<Member> hold(long id, Scope scope) {
        return repository.hold(id, scope);
    }

    @Unscoped("the account's own file")
    public Optional<Member> ofAccount(long account) {
        return repository.ofAccount(account);
    }

    /** Files with one of these numbers that the caller sees. */
    public List<Member> withNumbers(Collection<String> indexes, Scope scope) {
        return repository.withNumbers(indexes, scope);
    }

    /** The files that the caller sees, by those of these numbers (see {@link #index}) that they have. */
    public Map<String, Long> known(Collection<String> indexes, Scope scope) {
        return repository.known(indexes, scope);
    }

    /**
     * Lets one at a time register people at these units, so that nobody gets two files there; answers the numbers of those
     * that have not ended by then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> lock(Collection<UnitId> units) {
        return units.isEmpty() ? Set.of() : Set.copyOf(repository.lock(units));
    }

    /** Somebody who went to another province from here, held until the transaction ends; by number and name. */
    @Unscoped("whoever comes back from another province belongs to nobody here")
    public Optional<Member> holdAway(String index, String name) {
        return repository.holdAway(index, name);
    }

    /** When the file of somebody was opened here. */
    @Unscoped("the person was found in the caller's scope")
    public LocalDate registeredOn(long id) {
        return days.dayOf(repository.registeredAt(id));
    }

    /** By which a number is found. */
    public String index(FileText file) {
        return vault.index(file.number().matchKey());
    }

    /** What is sealed of somebody who was found before. */
    @Unscoped("the person was found in the caller's scope, or is the caller")
    public Secrets secrets(long id) {
        return repository.secrets(id);
    }

    /** So many numbers for files, that follow each other; the first of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long reserve(int many) {
        return repository.reserve(many);
    }

    /** Opens files, and writes down what has happened to the persons; of many at once with a handful of statements. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<NewMember> members, String subject, Instant at) {
        repository.insert(members, at);
        standings.record(
                members.stream().flatMap(member -> member.happenings().stream()).toList(), subject, at);
    }

    /** Says that something about these persons has changed that stands in other tables. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void touch(Collection<Long> members) {
        if (!members.isEmpty()) repository.touch(members);
    }

    /** Those of these persons who have an account, with the version of the file of each. */
    @Unscoped("tells identity; nobody sees the rows")
    public Map<Long, Long> withAccounts(Collection<Long> members) {
        return members.isEmpty() ? Map.of() : repository.withAccounts(members);
    }

    /** Gives a person the account with which he signs in; one that he has stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean bind(long member, long account) {
        return repository.bind(member, account);
    }
}
