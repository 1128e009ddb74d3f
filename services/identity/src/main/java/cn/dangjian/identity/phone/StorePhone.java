package cn.dangjian.identity.phone;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Seals;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The part of a phone behind the password: no hash is computed inside its transaction. */
@Component
class StorePhone {

    private final PhoneRepository phones;
    private final Seals seals;
    private final Trail trail;

    StorePhone(PhoneRepository phones, Seals seals, Trail trail) {
        this.phones = phones;
        this.seals = seals;
        this.trail = trail;
    }

    @Transactional
    void store(Person person, Phone phone) {
        var field = field(person.account());
        var sealed = seals.seal(phone.digits(), field);
        try {
            phones.update(person.account(), sealed, seals.index(phone.digits(), field));
            trail.record(Deed.change(
                    person.actor(), "phone.set", "account", person.account().value(), "access"));
        } catch (DuplicateKeyException e) {
            throw PhoneRefusal.TAKEN.get();
        }
    }

    Optional<Phone> read(AccountId account) {
        return phones.find(account).map(row -> new Phone(seals.open(row.phone(), field(account))));
    }

    static Field field(AccountId account) {
        return new Field("account", "phone", account.value());
    }
}
