namespace LocalitySim.Simulation;

/// <summary>Is a model written as event handlers: what is to happen at an event, told by a type code and an entity's index.</summary>
/// <remarks>
/// This is the compact way to write a model, for hot loops: no object stands for an event. Make the handler a struct, so that
/// its calls are compiled into the run itself. Handlers and processes may share one simulator.
/// </remarks>
public interface IEventHandler
{
    /// <summary>Does what is to be done at an event. <see cref="Simulator.Now"/> is its time.</summary>
    /// <param name="kind">The type code that the event was scheduled with.</param>
    /// <param name="entity">The entity's index that the event was scheduled with.</param>
    void Handle(int kind, int entity);
}
