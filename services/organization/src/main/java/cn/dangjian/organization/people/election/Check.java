package cn.dangjian.organization.people.election;

import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.rules.book.Rules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an election fulfils one rule.
 *
 * @param post the post it is about; null if about the whole meeting
 * @param found what was counted, and out of how many
 */
record Check(String rule, @Nullable String post, boolean fulfilled, int limit, int found, int outOf, String source) {

    private static final int WHOLE = 100;

    /** All rules that an election has to fulfil, in the order of the meeting. */
    static List<Check> of(Election election, Unit unit, Rules rules, Posts posts) {
        var law = new Law(rules, unit.path());
        var checks = new ArrayList<Check>();
        checks.add(law.delegates(election));
        checks.add(law.quorum(election));
        checks.add(law.ballots(election));
        for (var seats : election.posts()) {
            var standing = election.candidatesFor(seats.post());
            boolean surplus = posts.find(seats.post(), unit.tier())
                    .map(Posts.Post::surplus)
                    .orElse(false);
            if (surplus) checks.add(law.surplus(seats, standing.size()));
            checks.add(law.elected(seats, standing));
            checks.add(law.votes(seats.post(), standing, election.present()));
        }
        return checks;
    }

    static boolean allFulfilled(List<Check> checks) {
        return checks.stream().allMatch(Check::fulfilled);
    }

    private record Law(Rules rules, String path) {

        /** Delegates may meet from so many members on, or where they live apart; the members always may. */
        Check delegates(Election election) {
            String rule = "formation.delegates.members.min";
            int least = rules.number(rule, path);
            boolean fine = election.meeting() == Election.Meeting.MEMBERS
                    || election.scattered()
                    || election.members() >= least;
            return check(rule, null, fine, least, election.members(), election.members());
        }

        Check quorum(Election election) {
            String rule = "election.quorum.percent";
            int percent = rules.number(rule, path);
            int entitled = election.entitled();
            boolean fine = entitled > 0 && reaches(election.present(), entitled, percent);
            return check(rule, null, fine, percent, election.present(), entitled);
        }

        Check ballots(Election election) {
            String rule = "election.ballots.percent.max";
            int percent = rules.number(rule, path);
            boolean fine = !exceeds(election.ballots(), election.present(), percent);
            return check(rule, null, fine, percent, election.ballots(), election.present());
        }

        Check surplus(Election.Seats seats, int standing) {
            String rule = "election.surplus.percent";
            int percent = rules.number(rule, path);
            boolean fine = reaches(standing - seats.seats(), seats.seats(), percent);
            return check(rule, seats.post(), fine, percent, standing, seats.seats());
        }

        /** No more are elected than there are seats, and nobody who had fewer votes than someone who was not. */
        Check elected(Election.Seats seats, List<Election.Candidate> standing) {
            String rule = "election.elected.percent.max";
            int percent = rules.number(rule, path);
            int elected =
                    (int) standing.stream().filter(Election.Candidate::elected).count();
            int least = standing.stream()
                    .filter(Election.Candidate::elected)
                    .mapToInt(Election.Candidate::votes)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            boolean fine = !exceeds(elected, seats.seats(), percent)
                    && standing.stream().noneMatch(one -> !one.elected() && one.votes() > least);
            return check(rule, seats.post(), fine, percent, elected, seats.seats());
        }

        /** Counts those who were elected by enough of those present. */
        Check votes(String post, List<Election.Candidate> standing, int present) {
            String rule = "election.votes.over.percent";
            int percent = rules.number(rule, path);
            var elected = standing.stream().filter(Election.Candidate::elected).toList();
            int enough = (int) elected.stream()
                    .filter(one -> exceeds(one.votes(), present, percent))
                    .count();
            return check(rule, post, enough == elected.size(), percent, enough, elected.size());
        }

        private Check check(String rule, @Nullable String post, boolean fine, int limit, int found, int outOf) {
            return new Check(rule, post, fine, limit, found, outOf, rules.source(rule));
        }

        private static boolean reaches(int part, int whole, int percent) {
            return (long) part * WHOLE >= (long) whole * percent;
        }

        private static boolean exceeds(int part, int whole, int percent) {
            return (long) part * WHOLE > (long) whole * percent;
        }
    }
}
