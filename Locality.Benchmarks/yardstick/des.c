// The yardstick: about the least that a discrete-event simulator can do, written by hand in C. No cancelling, no priority, no
// processes, no statistics but a sum. Locality.Benchmarks compares the engine with it.
//
// Build: cc -O3 -march=native des.c -o des -lm        (-DLADDER: a ladder queue; -DPHILOX: the engine's generator)
// Run:   des mm1 CUSTOMERS | des net DAYS | des hold PENDING [LAW] ; a last argument is the seed.
// It prints name=value pairs on one line. Times are processor time.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define ARITY 4

typedef struct {
    double time;
    uint32_t sequence;
    uint32_t payload;
} event; // 16 bytes: four children to a cache line

static event *heap;
static uint32_t heap_count, heap_capacity, sequence;
static double now;
static uint64_t pops;

// ---------- Random numbers: xoshiro256++ (Blackman and Vigna), or Philox4x32-10 (Salmon et al. 2011), one block for two draws.
static uint64_t state[4];

static inline uint64_t rotate(uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }

#ifdef PHILOX
static uint32_t key0, key1, block[4];
static uint64_t counter;
static int used = 2;

static void next_block(void) {
    uint32_t c0 = (uint32_t)counter, c1 = (uint32_t)(counter >> 32), c2 = 0, c3 = 0, k0 = key0, k1 = key1;
    counter++;
    for (int i = 0; i < 10; i++) {
        uint64_t a = (uint64_t)c0 * 0xD2511F53u, b = (uint64_t)c2 * 0xCD9E8D57u;
        c0 = (uint32_t)(b >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)b;
        c2 = (uint32_t)(a >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)a;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    block[0] = c0;
    block[1] = c1;
    block[2] = c2;
    block[3] = c3;
    used = 0;
}

static inline uint64_t draw(void) {
    if (used == 2)
        next_block();
    int i = used++;
    return ((uint64_t)block[2 * i] << 32) | block[2 * i + 1];
}
#else
static inline uint64_t draw(void) {
    uint64_t result = rotate(state[0] + state[3], 23) + state[0], t = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = rotate(state[3], 45);
    return result;
}
#endif

static void seed(uint64_t z) {
    for (int i = 0; i < 4; i++) {
        z += 0x9e3779b97f4a7c15ull;
        uint64_t x = z;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ull;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebull;
        state[i] = x ^ (x >> 31);
    }
#ifdef PHILOX
    key0 = (uint32_t)state[0];
    key1 = (uint32_t)(state[0] >> 32);
#endif
}

static inline double uniform(void) { return (double)(draw() >> 11) * 0x1p-53; }

// Exponential and normal by a 256-layer ziggurat (Marsaglia and Tsang 2000; Doornik 2005).
static double exp_width[256], exp_density[257], normal_width[256], normal_density[257];
static uint64_t exp_sure[256], normal_sure[256];
#define EXP_EDGE 7.69711747013104972
#define EXP_AREA 0.0039496598225815571993
#define NORMAL_EDGE 3.6541528853610088
#define NORMAL_AREA 0.00492867323399

static void make_tables(void) {
    double x[257];
    x[0] = EXP_AREA / exp(-EXP_EDGE);
    x[1] = EXP_EDGE;
    x[256] = 0;
    for (int i = 2; i < 256; i++)
        x[i] = -log(EXP_AREA / x[i - 1] + exp(-x[i - 1]));
    for (int i = 0; i < 256; i++) {
        exp_width[i] = x[i] * 0x1p-53;
        exp_sure[i] = (uint64_t)(x[i + 1] / x[i] * 0x1p53);
        exp_density[i] = exp(-x[i]);
    }
    exp_density[256] = 1;
    x[0] = NORMAL_AREA / exp(-.5 * NORMAL_EDGE * NORMAL_EDGE);
    x[1] = NORMAL_EDGE;
    x[256] = 0;
    for (int i = 2; i < 256; i++)
        x[i] = sqrt(-2 * log(NORMAL_AREA / x[i - 1] + exp(-.5 * x[i - 1] * x[i - 1])));
    for (int i = 0; i < 256; i++) {
        normal_width[i] = x[i] * 0x1p-53;
        normal_sure[i] = (uint64_t)(x[i + 1] / x[i] * 0x1p53);
        normal_density[i] = exp(-.5 * x[i] * x[i]);
    }
    normal_density[256] = 1;
}

static __attribute__((noinline)) double exponential_slow(uint64_t u, int i) {
    double shift = 0;
    for (;;) {
        double x = (double)u * exp_width[i];
        if (u < exp_sure[i])
            return shift + x;
        if (i == 0)
            shift += EXP_EDGE;
        else if (exp_density[i] + uniform() * (exp_density[i + 1] - exp_density[i]) < exp(-x))
            return shift + x;
        uint64_t bits = draw();
        i = bits & 255;
        u = bits >> 11;
    }
}

static inline double exponential(void) {
    uint64_t bits = draw();
    int i = bits & 255;
    uint64_t u = bits >> 11;
    if (__builtin_expect(u < exp_sure[i], 1))
        return (double)u * exp_width[i];
    return exponential_slow(u, i);
}

static double normal(void) {
    for (;;) {
        uint64_t bits = draw();
        int i = bits & 255;
        uint64_t u = bits >> 11;
        double x = (double)u * normal_width[i], sign = (bits & 256) ? -1.0 : 1.0;
        if (u < normal_sure[i])
            return sign * x;
        if (i == 0) {
            double a, b;
            do {
                a = -log(1.0 - uniform()) / NORMAL_EDGE;
                b = -log(1.0 - uniform());
            } while (b + b < a * a);
            return sign * (NORMAL_EDGE + a);
        }
        if (normal_density[i] + uniform() * (normal_density[i + 1] - normal_density[i]) < exp(-.5 * x * x))
            return sign * x;
    }
}

// ---------- Event calendar: a heap of arity four, compared without a branch.
static inline int before(event a, event b) {
    union {
        double time;
        uint64_t bits;
    } x = {a.time}, y = {b.time};
    unsigned __int128 p = ((unsigned __int128)x.bits << 64) | ((uint64_t)a.sequence << 32);
    unsigned __int128 q = ((unsigned __int128)y.bits << 64) | ((uint64_t)b.sequence << 32);
    return p < q;
}

// The children of a node start at the boundary of a cache line.
static event *allocate(size_t capacity) {
    return (event *)aligned_alloc(64, (capacity * 16 + 256 + 63) / 64 * 64) + (ARITY - 1);
}

static void heap_init(uint32_t capacity) {
    heap_capacity = capacity;
    heap_count = sequence = 0;
    now = 0;
    pops = 0;
    heap = allocate(capacity);
}

static inline void heap_push(double time, uint32_t payload) {
    if (__builtin_expect(heap_count == heap_capacity, 0)) {
        heap_capacity *= 2;
        event *larger = allocate(heap_capacity);
        memcpy(larger, heap, (size_t)heap_count * 16);
        free(heap - (ARITY - 1));
        heap = larger;
    }
    event e = {time, sequence++, payload};
    uint32_t i = heap_count++;
    while (i) {
        uint32_t parent = (i - 1) / ARITY;
        if (!before(e, heap[parent]))
            break;
        heap[i] = heap[parent];
        i = parent;
    }
    heap[i] = e;
}

static inline event heap_pop(void) {
    event top = heap[0], e = heap[--heap_count];
    uint32_t i = 0, c, n = heap_count;
    pops++;
    while ((c = i * ARITY + ARITY) < n) {
        uint32_t least = c - ARITY + 1;
        for (int k = 1; k < ARITY; k++) {
            uint32_t other = c - ARITY + 1 + k;
            least = before(heap[other], heap[least]) ? other : least;
        }
        if (!before(heap[least], e)) {
            heap[i] = e;
            return top;
        }
        heap[i] = heap[least];
        i = least;
    }
    c = i * ARITY + 1;
    if (c < n) {
        uint32_t least = c;
        for (uint32_t other = c + 1; other < n; other++)
            least = before(heap[other], heap[least]) ? other : least;
        if (before(heap[least], e)) {
            heap[i] = heap[least];
            i = least;
        }
    }
    heap[i] = e;
    return top;
}

#ifdef LADDER
// One rung of buckets; the bucket that is due lies in the heap; what is beyond the rung lies in no order.
typedef struct {
    double time;
    uint32_t payload;
    int32_t next;
} node;
static event *beyond;
static int beyond_count, beyond_capacity;
static node *nodes;
static int node_capacity, free_node = -1;
static int *heads;
static int head_capacity, buckets, current;
static int in_rung;
static double rung_start, buckets_per_time, due_end, rung_end;
static uint32_t pending;

static void add_nodes(void) {
    int larger = node_capacity ? node_capacity * 2 : 1024;
    nodes = realloc(nodes, (size_t)larger * 16);
    for (int i = node_capacity; i < larger; i++)
        nodes[i].next = i + 1 == larger ? -1 : i + 1;
    free_node = node_capacity;
    node_capacity = larger;
}

static inline void link_node(int bucket, double time, uint32_t payload) {
    if (free_node < 0)
        add_nodes();
    int taken = free_node;
    free_node = nodes[taken].next;
    nodes[taken].time = time;
    nodes[taken].payload = payload;
    nodes[taken].next = heads[bucket];
    heads[bucket] = taken;
}

static inline void push(double time, uint32_t payload) {
    pending++;
    if (time < due_end) {
        heap_push(time, payload);
        return;
    }
    if (time < rung_end) {
        int bucket = (int)((time - rung_start) * buckets_per_time);
        if (bucket >= buckets)
            bucket = buckets - 1;
        if (bucket <= current) {
            heap_push(time, payload);
            return;
        }
        link_node(bucket, time, payload);
        in_rung++;
        return;
    }
    if (beyond_count == beyond_capacity) {
        beyond_capacity = beyond_capacity ? beyond_capacity * 2 : 1024;
        beyond = realloc(beyond, (size_t)beyond_capacity * 16);
    }
    beyond[beyond_count].time = time;
    beyond[beyond_count++].payload = payload;
}

static __attribute__((noinline)) void refill(void) {
    for (;;) {
        if (in_rung > 0) {
            while (heads[++current] < 0)
                ;
            due_end = current == buckets - 1 ? rung_end : rung_start + (current + 1) / buckets_per_time;
            int x = heads[current], previous = -1;
            heads[current] = -1;
            while (x >= 0) {
                int next = nodes[x].next;
                nodes[x].next = previous;
                previous = x;
                x = next;
            }
            x = previous;
            while (x >= 0) {
                heap_push(nodes[x].time, nodes[x].payload);
                int next = nodes[x].next;
                nodes[x].next = free_node;
                free_node = x;
                x = next;
                in_rung--;
            }
            return;
        }
        if (beyond_count <= 48) {
            double last = 0;
            for (int i = 0; i < beyond_count; i++) {
                if (beyond[i].time > last)
                    last = beyond[i].time;
                heap_push(beyond[i].time, beyond[i].payload);
            }
            beyond_count = 0;
            due_end = rung_end = nextafter(last, INFINITY);
            return;
        }
        double first = INFINITY, last = 0;
        for (int i = 0; i < beyond_count; i++) {
            if (beyond[i].time < first)
                first = beyond[i].time;
            if (beyond[i].time > last)
                last = beyond[i].time;
        }
        int wanted = beyond_count < 16 ? 16 : beyond_count;
        if (wanted > head_capacity) {
            free(heads);
            head_capacity = wanted * 2;
            heads = malloc(4 * (size_t)head_capacity);
        }
        buckets = wanted;
        rung_start = first;
        double span = last - first;
        if (!(span > 0))
            span = 1e-9;
        buckets_per_time = buckets / span * 0.999999;
        rung_end = nextafter(last, INFINITY);
        for (int i = 0; i < buckets; i++)
            heads[i] = -1;
        current = -1;
        due_end = first;
        int moved = beyond_count;
        beyond_count = 0;
        for (int i = 0; i < moved; i++) {
            int bucket = (int)((beyond[i].time - rung_start) * buckets_per_time);
            link_node(bucket >= buckets ? buckets - 1 : bucket, beyond[i].time, beyond[i].payload);
        }
        in_rung = moved;
    }
}

static inline event pop(void) {
    if (heap_count == 0)
        refill();
    pending--;
    return heap_pop();
}
#define PENDING pending
#else
#define push heap_push
#define pop heap_pop
#define PENDING heap_count
#endif

// ---------- Measuring
static double processor_time(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec * 1e-9;
}

static double peak_megabytes(void) {
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return r.ru_maxrss / 1024.0;
}

// ---------- M/M/1 at a load of 0.9
static void mm1(long customers) {
    heap_init(64);
    size_t mask = (1 << 12) - 1, head = 0, waiting = 0;
    double *queue = malloc(8 * (mask + 1));
    int busy = 0;
    long arrived = 0, served = 0;
    double waits = 0, start = processor_time();
    push(exponential() / .9, 0);
    while (PENDING) {
        event e = pop();
        now = e.time;
        if (e.payload == 0) {
            arrived++;
            if (busy) {
                if (waiting == mask + 1) {
                    double *larger = malloc(16 * (mask + 1));
                    for (size_t i = 0; i < waiting; i++)
                        larger[i] = queue[(head + i) & mask];
                    free(queue);
                    queue = larger;
                    head = 0;
                    mask = mask * 2 + 1;
                }
                queue[(head + waiting++) & mask] = now;
            } else {
                busy = 1;
                push(now + exponential(), 1);
            }
            if (arrived < customers)
                push(now + exponential() * (1 / .9), 0);
        } else {
            served++;
            if (waiting) {
                waits += now - queue[head];
                head = (head + 1) & mask;
                waiting--;
                push(now + exponential(), 1);
            } else
                busy = 0;
        }
    }
    double seconds = processor_time() - start;
    printf("units=%ld seconds=%.6f wait0=%.6f megabytes=%.1f\n", served, seconds, waits / served, peak_megabytes());
}

// ---------- NET: 22 places, each with triage, assessment and casework; a part of those who leave comes back.
#define PLACES 22
typedef struct {
    uint32_t *items, head, count, capacity;
} ring;
typedef struct {
    double queued;
    uint8_t place, stage;
    uint32_t next;
} entity;
static entity *entities;
static uint32_t entity_count, entity_capacity, free_entity = ~0u;
static ring queues[PLACES][3];
static int busy[PLACES][3];
static const int servers[3] = {3, 5, 20};
static const double mean_service[3] = {0.468, 0.78, 3.315};
static uint64_t completed[3];
static double waited[3], log_mean;

static inline void ring_put(ring *q, uint32_t item) {
    if (q->count == q->capacity) {
        uint32_t capacity = q->capacity ? q->capacity * 2 : 16, *items = malloc(4 * (size_t)capacity);
        for (uint32_t i = 0; i < q->count; i++)
            items[i] = q->items[(q->head + i) & (q->capacity - 1)];
        free(q->items);
        q->items = items;
        q->head = 0;
        q->capacity = capacity;
    }
    q->items[(q->head + q->count++) & (q->capacity - 1)] = item;
}

static inline uint32_t ring_take(ring *q) {
    uint32_t item = q->items[q->head];
    q->head = (q->head + 1) & (q->capacity - 1);
    q->count--;
    return item;
}

static uint32_t new_entity(void) {
    if (free_entity != ~0u) {
        uint32_t taken = free_entity;
        free_entity = entities[taken].next;
        return taken;
    }
    if (entity_count == entity_capacity) {
        entity_capacity = entity_capacity ? entity_capacity * 2 : 1024;
        entities = realloc(entities, entity_capacity * sizeof(entity));
    }
    return entity_count++;
}

static inline double service(int stage) { return stage < 2 ? exponential() * mean_service[stage] : exp(log_mean + normal()); }

static inline void enter(uint32_t id, int stage) {
    entity *e = &entities[id];
    e->stage = stage;
    int place = e->place;
    if (busy[place][stage] < servers[stage]) {
        busy[place][stage]++;
        push(now + service(stage), (1u << 30) | id);
    } else {
        e->queued = now;
        ring_put(&queues[place][stage], id);
    }
}

static void net(double days) {
    heap_init(1024);
    log_mean = log(3.315) - .5;
    double start = processor_time();
    for (int place = 0; place < PLACES; place++)
        push(exponential() / 4, place);
    for (;;) {
        event v = pop();
        if (v.time > days)
            break;
        now = v.time;
        uint32_t kind = v.payload >> 30, id = v.payload & 0x3fffffff;
        if (kind == 0) {
            push(now + exponential() * .25, id);
            uint32_t created = new_entity();
            entities[created].place = id;
            enter(created, 0);
        } else if (kind == 1) {
            entity *e = &entities[id];
            int place = e->place, stage = e->stage;
            completed[stage]++;
            if (queues[place][stage].count) {
                uint32_t first = ring_take(&queues[place][stage]);
                waited[stage] += now - entities[first].queued;
                push(now + service(stage), (1u << 30) | first);
            } else
                busy[place][stage]--;
            if (stage < 2)
                enter(id, stage + 1);
            else if (uniform() < .22)
                push(now + exponential() * 120, (2u << 30) | id);
            else {
                e->next = free_entity;
                free_entity = id;
            }
        } else
            enter(id, 0);
    }
    double seconds = processor_time() - start;
    printf("units=%lu seconds=%.6f wait0=%.6f wait1=%.6f wait2=%.6f megabytes=%.1f\n",
           (unsigned long)(completed[0] + completed[1] + completed[2]), seconds, waited[0] / completed[0], waited[1] / completed[1],
           waited[2] / completed[2], peak_megabytes());
}

// ---------- Hold (Jones 1986): each event that happens schedules itself again.
static inline double increment(int law) {
    switch (law) {
    case 0:
        return exponential();
    case 1:
        return uniform() < .05 ? exponential() * 200 : exponential();
    case 2:
        return 1 + (int)(uniform() * 5);
    case 3:
        return exp(1.2 * exponential());
    default:
        return uniform() < .7 ? 0 : exponential();
    }
}

static void hold(uint32_t n, int law, long events) {
    heap_init(n + 1);
    for (uint32_t i = 0; i < n; i++)
        push(increment(law), i);
    for (long i = 0; i < (long)n * 2; i++) {
        event e = pop();
        push(e.time + increment(law), e.payload);
    }
    double start = processor_time();
    for (long i = 0; i < events; i++) {
        event e = pop();
        now = e.time;
        push(now + increment(law), e.payload);
    }
    double seconds = processor_time() - start;
    printf("units=%ld seconds=%.6f megabytes=%.1f\n", events, seconds, peak_megabytes());
}

int main(int count, char **arguments) {
    static const char *laws[] = {"exponential", "bimodal", "whole-days", "heavy-tail", "mostly-zero"};
    if (count < 3) {
        fprintf(stderr, "usage: des mm1 CUSTOMERS | net DAYS | hold PENDING [LAW] [SEED]\n");
        return 2;
    }
    make_tables();
    double size = atof(arguments[2]);
    int law = 0;
    if (!strcmp(arguments[1], "hold") && count > 3)
        for (int i = 0; i < 5; i++)
            if (!strcmp(arguments[3], laws[i]))
                law = i;
    int seed_place = !strcmp(arguments[1], "hold") ? 4 : 3;
    seed(count > seed_place ? (uint64_t)atoi(arguments[seed_place]) : 42);
    if (!strcmp(arguments[1], "mm1"))
        mm1(size);
    else if (!strcmp(arguments[1], "net"))
        net(size);
    else
        hold(size, law, 5000000);
    return 0;
}
