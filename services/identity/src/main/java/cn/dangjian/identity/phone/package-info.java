/** Phones (手机号) of accounts: set with the password, stored encrypted, shown masked. */
@NullMarked
package cn.dangjian.identity.phone;

import org.jspecify.annotations.NullMarked;
