/** Personal data (个人信息): encrypts what is stored of people, each value bound to its row. */
@NullMarked
package cn.dangjian.identity.personal;

import org.jspecify.annotations.NullMarked;
