package cn.dangjian.member.person.privacy;

import cn.dangjian.platform.seals.Field;
import cn.dangjian.platform.seals.Sealed;
import cn.dangjian.platform.seals.Seals;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 加密: seals what is stored of people, each value bound to its person and column. */
@Component
public class Vault {

    private static final String TABLE = "member";
    private static final Field NUMBERS = new Field(TABLE, "number", 0);

    private final Seals seals;

    Vault(Seals seals) {
        this.seals = seals;
    }

    public SealedSecrets seal(long member, Secrets secrets) {
        var number = Objects.requireNonNull(seal(member, "number", secrets.number()));
        return new SealedSecrets(
                number.key(),
                number.bytes(),
                bytes(seal(member, "phone", secrets.phone())),
                bytes(seal(member, "address", secrets.address())));
    }

    public Secrets open(long member, SealedSecrets sealed) {
        return new Secrets(
                Objects.requireNonNull(open(member, "number", sealed.key(), sealed.number())),
                open(member, "phone", sealed.key(), sealed.phone()),
                open(member, "address", sealed.key(), sealed.address()));
    }

    /** The number alone, for lists that show it masked. */
    public String openNumber(long member, String key, byte[] number) {
        return Objects.requireNonNull(open(member, "number", key, number));
    }

    /** By which a number is found without being opened; the same for a number and its older form. */
    public String index(String matchKey) {
        return seals.index(matchKey, NUMBERS);
    }

    private @Nullable Sealed seal(long member, String column, @Nullable String plain) {
        return plain == null ? null : seals.seal(plain, new Field(TABLE, column, member));
    }

    private static byte @Nullable [] bytes(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.bytes();
    }

    private @Nullable String open(long member, String column, String key, byte @Nullable [] bytes) {
        return bytes == null ? null : seals.open(new Sealed(key, bytes), new Field(TABLE, column, member));
    }
}
