package cn.dangjian.dues.paper.naming;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.neighbours.Answer;
import cn.dangjian.platform.neighbours.Neighbour;
import cn.dangjian.platform.web.caller.Self;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Other rooms ask here for a name; never inside a transaction. Member writes down for whom it was. */
@Component
public class Names {

    private final Neighbour<Asked, Named> member;

    Names(Neighbour<Asked, Named> member) {
        this.member = member;
    }

    /** Empty if member does not answer, or has no such file: the paper then bears the member's number. */
    public Optional<String> find(long id, String purpose, Desk desk) {
        var caller = desk.caller();
        return ask(id, caller.account().value(), caller.post(), desk.unit().id().value(), purpose);
    }

    /** The same for himself. */
    public Optional<String> findOwn(long id, String purpose, Self self) {
        return ask(id, self.account().value(), null, null, purpose);
    }

    private Optional<String> ask(long id, long account, @Nullable Long post, @Nullable Long unit, String purpose) {
        return switch (member.ask(new Asked(List.of(id), account, post, unit, purpose))) {
            case Answer.Confirmed(var named) ->
                named.names().stream()
                        .filter(name -> name.member() == id)
                        .map(Named.Name::name)
                        .findFirst();
            case Answer.Unknown() -> Optional.empty();
            case Answer.Unconfirmed(var retryAfter) -> Optional.empty();
        };
    }
}
