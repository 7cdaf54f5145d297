#ifndef CGAZETTEER_H
#define CGAZETTEER_H
#endif
