/** Personal data (个人信息): encrypts what people report of themselves, each value bound to its row. */
@NullMarked
package cn.dangjian.organization.people.personal;

import org.jspecify.annotations.NullMarked;
